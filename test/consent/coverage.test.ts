import { describe, expect, it } from '@jest/globals'

import type { ConsentAnswers } from '../../src/consent/consent.ts'
import {
  cover,
  coverCard,
  type Covered,
  coversSlack,
  demandCovered,
  uncovered,
  UncoveredError,
} from '../../src/consent/coverage.ts'
import { coverActivities } from '../../src/consent/coverTurn.ts'
import { INVENTORY, inventoryRow, type InventoryField } from '../../src/consent/inventory.ts'
import { RECIPIENTS } from '../../src/consent/inventory/row.ts'
import { RETENTION } from '../../src/retention/retention.ts'

const EVERY_FIELD = Object.entries(INVENTORY).flatMap(([record, rows]) =>
  Object.keys(rows).map((name) => `${record}.${name}` as InventoryField),
)
const PURPOSES = ['collect', 'health', 'overseas', 'contact', 'guardian'] as const

/** Every way the five questions can have been answered: yes, no, or not asked. */
function everyAnswer(): readonly ConsentAnswers[] {
  return PURPOSES.reduce<readonly ConsentAnswers[]>(
    (known, purpose) => known.flatMap((one) => [one, { ...one, [purpose]: true }, { ...one, [purpose]: false }]),
    [{}],
  )
}

const ticket = {
  number: 'V26-7KQ4MZ3',
  urgency: 'normal',
  dueAt: new Date('2026-12-01T18:00:00+09:00'),
  type: 'complaint',
  category: 'waiting',
  department: '원무과',
  gist: '한 시간을 기다렸어요',
} as const

describe('uncovered', () => {
  it('says which field may not go there and which consent is missing', () => {
    const data = { fields: ['content.story', 'content.phone', 'ticket.number'], tellsOfHealth: true } as const
    expect(uncovered(data, { collect: true }, 'record')).toEqual([{ field: 'content.story', missing: 'health' }])
    expect(uncovered(data, {}, 'desk')).toEqual([
      { field: 'content.story', missing: 'collect' },
      { field: 'content.story', missing: 'health' },
      { field: 'content.phone', missing: 'collect' },
    ])
    expect(uncovered(data, { collect: true, health: true, overseas: true }, 'slack_overseas')).toEqual([
      { field: 'content.story', missing: 'never' },
      { field: 'content.phone', missing: 'never' },
    ])
  })

  it('asks a guardian for what a child said', () => {
    const data = { fields: ['content.story'], isOfChild: true } as const
    expect(uncovered(data, { collect: true }, 'record')).toEqual([{ field: 'content.story', missing: 'guardian' }])
    expect(uncovered(data, { collect: true, guardian: true }, 'record')).toEqual([])
  })

  it('lets words without a name be kept, and nothing that names or reaches anybody', () => {
    const data = { fields: ['content.story', 'content.phone', 'content.vault'], isNameless: true } as const
    expect(uncovered(data, { collect: true }, 'record')).toEqual([
      { field: 'content.phone', missing: 'never' },
      { field: 'content.vault', missing: 'never' },
    ])
    expect(uncovered({ fields: ['content.gist'], isNameless: true }, {}, 'slack_overseas')).toHaveLength(1)
  })

  it('covers no payload that has a gap', () => {
    const data = { fields: ['content.phone'] } as const
    expect(cover('x', data, { collect: false }, 'record')).toBeUndefined()
    expect(cover('x', data, { collect: true }, 'record')).toBe('x')
    expect(() => demandCovered('010-0000-1234', data, {}, 'record')).toThrow(UncoveredError)
    expect(() => demandCovered('010-0000-1234', data, {}, 'record')).toThrow(
      'Not covered for record: content.phone (collect).',
    )
  })
})

describe.each(everyAnswer().map((answers) => [JSON.stringify(answers), answers] as const))('with %s', (_, answers) => {
  it('no field goes anywhere without its consents', () => {
    for (const field of EVERY_FIELD) {
      for (const recipient of RECIPIENTS) {
        const isCovered = uncovered({ fields: [field], tellsOfHealth: true }, answers, recipient).length === 0
        const row = inventoryRow(field)
        const needed = row.recipients[recipient]
        if (!isCovered) continue
        expect(needed).toBeDefined()
        for (const purpose of needed ?? []) expect(answers[purpose]).toBe(true)
        if (row.class === 'sensitive' && needed?.length) expect(answers.health).toBe(true)
      }
    }
  })

  it('nothing that names or reaches a person goes abroad', () => {
    for (const field of EVERY_FIELD) {
      const { mask, class: kind } = inventoryRow(field)
      if (mask === 'as_is' || (kind !== 'general' && kind !== 'third_person')) continue
      for (const recipient of ['slack_overseas', 'slack_domestic', 'llm_overseas', 'llm_domestic'] as const) {
        expect([field, uncovered({ fields: [field] }, answers, recipient)]).not.toEqual([field, []])
      }
    }
  })

  it('of a conversation only what is covered is written down', () => {
    const activity = (text: string) => ({
      sequence: 1,
      fromBot: false,
      at: ticket.dueAt,
      body: { type: 'message', text } as const,
    })
    const held = [
      { activity: activity('기다렸어요'), health: false, dropped: false },
      { activity: activity('약이 안 맞았어요'), health: true, dropped: false },
      { activity: activity('거둔 말'), health: false, dropped: true },
    ]
    const kept = coverActivities(held, answers).map(({ body }) => body.text)
    const wanted =
      answers.collect === true ? ['기다렸어요', ...(answers.health === true ? ['약이 안 맞았어요'] : [])] : []
    expect(kept).toEqual(wanted)
  })

  it('Slack abroad carries what staff read and write only with both consents', () => {
    expect(coversSlack(answers, 'overseas')).toBe(answers.collect === true && answers.overseas === true)
    expect(coversSlack(answers, 'domestic')).toBe(answers.collect === true)
    expect(coversSlack(answers, 'overseas', { isNameless: true })).toBe(false)
  })
})

describe('the inventory', () => {
  it('lets unique ids, cards and accounts go nowhere', () => {
    for (const kind of ['rrn', 'foreigner_no', 'passport', 'driver_license', 'card', 'account'] as const) {
      expect(inventoryRow(`found.${kind}`)).toMatchObject({ recipients: {}, retention: 'never', mask: 'removed' })
    }
  })

  it.each(EVERY_FIELD)('says of %s how long it is kept', (field) => {
    const row = inventoryRow(field)
    expect(RETENTION).toHaveProperty([row.retention])
    if (row.class !== 'none' && row.mask !== 'removed') expect(row.purposes).not.toEqual([])
  })

  it('keeps words of people out of every Slack but as the gist, and off dealers and mail', () => {
    const sent = EVERY_FIELD.filter((field) => {
      const { class: kind, recipients } = inventoryRow(field)
      const isTheirs = kind === 'sensitive' || kind === 'general'
      return isTheirs && ['slack_domestic', 'slack_overseas', 'dealer', 'email'].some((one) => one in recipients)
    })
    expect(sent).toEqual(
      expect.arrayContaining(['ticket.type', 'ticket.category', 'ticket.department', 'content.gist', 'history.text']),
    )
    expect(sent.filter((field) => /^(?:found|session|activity|draft)\./.test(field))).toEqual([])
  })
})

describe('a Slack card', () => {
  it('says the number, urgency and due time alone where consent does not reach', () => {
    expect(coverCard({ ...ticket, slackCovered: false })).toEqual({
      level: 'bare',
      number: ticket.number,
      urgency: 'normal',
      dueAt: ticket.dueAt,
    })
  })

  it('says type, category, department and the masked gist besides where it does', () => {
    expect(coverCard({ ...ticket, slackCovered: true })).toEqual({ level: 'full', ...ticket })
  })
})

describe('the type of what is covered', () => {
  const send = (text: Covered<{ readonly text: string }, 'desk'>): string => text.text
  const covered = demandCovered({ text: 'covered' }, { fields: [] }, {}, 'desk')

  it('is not that of a copy with something else in it, nor for another recipient', () => {
    expect(send(covered)).toBe('covered')
    // @ts-expect-error: a changed copy was not checked
    expect(send({ ...covered, text: 'changed' })).toBe('changed')
    // @ts-expect-error: nor was a bare payload
    expect(send({ text: 'bare' })).toBe('bare')
    // @ts-expect-error: covered for somebody else
    expect(send(demandCovered({ text: 'other' }, { fields: [] }, {}, 'email'))).toBe('other')
  })
})
