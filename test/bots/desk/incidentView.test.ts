import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import type { Delivery } from '../../../src/delivery/delivery.ts'
import { cardDelivery, COORDINATOR, type DeskRig, DOYUN, OUTSIDER, startDeskRig, STRANGER } from './deskRig.ts'

const DUTY = 'C0DUTY000'
const INCIDENT = 'E26-7KQ4MZ'
const page = (name: string): Delivery =>
  cardDelivery({
    id: `delivery-${name}`,
    kind: 'slack_page',
    ticketId: undefined,
    destination: DUTY,
    payload: { message: { key: `desk.page.${name}`, values: { incident: INCIDENT } } },
  })

describe('an urgent page', () => {
  let rig: DeskRig
  beforeEach(async () => {
    rig = await startDeskRig()
    await rig.sender.send(page('urgent'))
  })
  afterEach(() => rig.stop())

  const posted = () => rig.slack.channel(DUTY).messages
  const press = async (person: string) => {
    await rig.slack.as(person).click({ channel: DUTY, ts: posted()[0]?.ts, actionId: 'incident_view' })
    await rig.bot.stop()
  }

  it('says its number and that it is urgent, and nothing of what it is about', async () => {
    await rig.sender.send(page('news'))
    const words = posted().map(({ text, blocks }) => JSON.stringify([text, blocks]))
    expect(words[0]).toContain(`<!channel> 긴급 ${INCIDENT}`)
    expect(words[1]).toContain(`긴급 ${INCIDENT} 새 소식`)
    for (const text of words) expect(text).not.toMatch(/자살|폭력|성희롱|위급|의료|병실|010/)
  })

  it.each([COORDINATOR, OUTSIDER])('hands %s, who is on duty, a link of their own, once', async (person) => {
    await press(person)
    await rig.slack.replay()
    expect(rig.links).toEqual([{ slackUserId: person, number: INCIDENT }])
    expect(JSON.stringify(posted())).not.toContain('link-1')
  })

  it.each([
    [DOYUN, '긴급 알림은 당직 담당자만 열 수 있습니다.'],
    [STRANGER, undefined],
  ])('is not opened for %s', async (person, sentence) => {
    await press(person)
    expect(rig.links).toEqual([])
    const [told] = rig.slack.ephemerals(person)
    expect(told?.text).toEqual(sentence ?? expect.any(String))
  })
})
