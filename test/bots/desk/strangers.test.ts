import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { replyPreview } from '../../../bots/desk/views/replyPreview.ts'
import { textModal } from '../../../bots/desk/views/textModal.ts'
import { scrub } from '../../../skills/privacy/scrub.ts'
import { CHANNEL, type DeskRig, NUMBER, startDeskRig, STRANGER } from './deskRig.ts'

const REFUSAL = '등록된 직원만 쓸 수 있습니다. 관리자에게 등록을 요청해 주세요.'
const value = JSON.stringify({ n: NUMBER, r: 1 })
const meta = { n: NUMBER, r: 1, c: CHANNEL }

describe('somebody who is not in the hospital file', () => {
  let rig: DeskRig
  let ts: string
  beforeAll(async () => {
    rig = await startDeskRig()
    ts = (await rig.postCard()).ts
  })
  afterAll(() => rig.stop())

  const openFor = async (view: Parameters<typeof rig.client.views.open>[0]['view']): Promise<void> => {
    await rig.slack.as(STRANGER).globalShortcut('any')
    const trigger = rig.slack.sent.at(-1)?.payload['trigger_id']
    await rig.client.views.open({ trigger_id: String(trigger), view })
  }

  it.each(['claim', 'release', 'view', 'reply', 'note', 'resolve', 'approve'])(
    'may not press ticket_%s',
    async (name) => {
      const before = rig.slack.ephemerals(STRANGER).length
      await rig.slack.as(STRANGER).click({ channel: CHANNEL, ts, actionId: `ticket_${name}`, value })
      await rig.bot.stop()
      expect(
        rig.slack
          .ephemerals(STRANGER)
          .slice(before)
          .map(({ text }) => text),
      ).toEqual([REFUSAL])
    },
  )

  it.each(['reply', 'note'] as const)('may not submit the %s modal', async (name) => {
    await openFor(textModal(name, meta))
    const answer = await rig.slack.as(STRANGER).submit({ text: '답변입니다.' })
    expect(answer.errors).toEqual({ text: REFUSAL })
  })

  it('may not send from a preview', async () => {
    await openFor(replyPreview(meta, scrub('답변입니다.').text, { wasScrubbed: false }))
    await rig.slack.as(STRANGER).submit()
    expect(JSON.stringify(rig.slack.views(STRANGER))).toContain(REFUSAL)
  })

  it('may not use the command', async () => {
    await rig.slack.as(STRANGER).command('/voc', 'mine', CHANNEL)
    expect(rig.slack.ephemerals(STRANGER).at(-1)?.text).toBe(REFUSAL)
  })

  it('has changed nothing and got no link', async () => {
    expect(await rig.ticket()).toMatchObject({ state: 'received', revision: 1 })
    expect(rig.memory.history).toEqual([])
    expect(rig.links).toEqual([])
  })
})
