import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'

import { seal } from '../../src/store/encryption/sealing.ts'
import { createDataKeys } from '../../src/store/dataKeys.ts'
import { covered, exampleActivity, exampleSession, exampleTicket, exampleTurn, scrubbed } from './examples.ts'
import { MONDAY, openTestStores, type TestStores } from './testStores.ts'

let stores: TestStores
beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(async () => stores.close())

const SECRETS = {
  story: '간호사가 문을 닫고 나갔습니다',
  name: '박가을',
  phone: '010-0000-5678',
  gist: '병실 응대',
  note: '가족에게 설명함',
  draft: '쓰던 답변입니다',
  answer: '확인하여 알려 드립니다',
  said: '무릎이 아파서 왔어요',
  replied: '접수 내용을 확인해 주세요',
  wish: '설명을 듣고 싶어요',
}

/** Every table's every value, as the bytes of its text and as stored. */
async function dump(): Promise<string> {
  const { db } = stores.database
  const tables = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('public', 'keyring') and table_type = 'BASE TABLE'`.execute(db)
  const parts = await Promise.all(
    tables.rows.map(async ({ name }) => (await sql`select * from ${sql.table(name)}`.execute(db)).rows),
  )
  return parts
    .flat()
    .flatMap((row) => Object.values(row as Record<string, unknown>))
    .map((value) => (Buffer.isBuffer(value) ? value.toString('utf8') : JSON.stringify(value)))
    .join('\n')
}

async function writeSecrets(): Promise<string> {
  const session = exampleSession({ draft: { story: scrubbed(SECRETS.said), wish: SECRETS.wish } })
  const ticket = exampleTicket({ conversationId: session.conversationId })
  const content = {
    ...ticket.content,
    story: scrubbed(SECRETS.story),
    name: SECRETS.name,
    phone: SECRETS.phone,
    gist: SECRETS.gist,
  }
  await stores.conversations.transact(async (tx) => {
    const activities = [exampleActivity(session.nextSequence, SECRETS.said)]
    await tx.writeTurn(
      exampleTurn(session, { eventKey: 'e', activities, replies: [{ type: 'message', text: SECRETS.replied }] }),
    )
    await tx.insertTicket(covered({ ...ticket, content }), [])
    const entry = { at: MONDAY, actor: { kind: 'staff', slackUserId: 'U1' }, from: 'received', to: 'received' } as const
    await tx.appendHistory(ticket.id, { ...entry, action: 'noted', text: SECRETS.note })
    await tx.appendHistory(ticket.id, { ...entry, action: 'answered', text: SECRETS.answer })
    await tx.saveDraft(ticket.id, { text: SECRETS.draft, by: 'U1' }, MONDAY)
  })
  return ticket.id
}

describe('what is written down', () => {
  it('holds none of the words that were said, in any column of any table', async () => {
    await writeSecrets()
    const everything = await dump()
    expect(everything).toContain('원무과')
    expect(Object.values(SECRETS).filter((secret) => everything.includes(secret))).toEqual([])
  })

  it('does not open in the place of another', async () => {
    const [one, two] = [await writeSecrets(), await writeSecrets()]
    await sql`update tickets set content = other.content, key_id = other.key_id from tickets other
      where tickets.id = ${one} and other.id = ${two}`.execute(stores.database.db)
    await expect(stores.tickets.readContent(one)).rejects.toMatchObject({ code: 'cannot_decrypt' })
    await sql`update tickets set draft = content where id = ${two}`.execute(stores.database.db)
    await expect(stores.tickets.findDraft(two)).rejects.toMatchObject({ code: 'cannot_decrypt' })
  })

  it('does not open once its key was destroyed, and says so', async () => {
    const id = await writeSecrets()
    await sql`delete from keyring.data_keys using tickets where tickets.id = ${id} and data_keys.id = tickets.key_id`.execute(
      stores.database.db,
    )
    const { tickets } = stores
    for (const read of ['readContent', 'readHistory', 'findDraft', 'findAnswer'] as const) {
      await expect(tickets[read](id)).rejects.toMatchObject({ name: 'StoreError', code: 'data_key_missing' })
    }
  })

  it('is refused, by place and never by word, when another version wrote it', async () => {
    const id = randomUUID()
    await stores.transact(async (tx) => tx.insertTicket(exampleTicket({ id }), []))
    const error = await rewriteContent(id, { v: 2, story: '비밀 이야기' }).then(async () =>
      stores.tickets.readContent(id).catch((error: unknown) => error),
    )
    expect(error).toMatchObject({ name: 'StoreError', code: 'stored_content_invalid' })
    expect(String(error)).toContain(id)
    expect(String(error)).not.toContain('비밀')
  })
})

async function rewriteContent(ticketId: string, content: unknown): Promise<void> {
  const { db } = stores.database
  const keys = createDataKeys({ envelope: stores.envelope, newId: randomUUID })
  const { key_id } = await db
    .selectFrom('tickets')
    .select('key_id')
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  const sealed = seal(await keys.find(db, key_id), JSON.stringify(content), `tickets.content:${ticketId}`)
  await db.updateTable('tickets').set({ content: sealed }).where('id', '=', ticketId).execute()
}
