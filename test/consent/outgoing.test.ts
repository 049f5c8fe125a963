import { describe, expect, it } from '@jest/globals'

import { renderTicketCard } from '../../bots/desk/cards/ticketCard.ts'
import type { ConsentAnswers } from '../../src/consent/consent.ts'
import { coverCard, uncovered } from '../../src/consent/coverage.ts'
import { contentData } from '../../src/consent/coverTicket.ts'
import { domesticHospital, hospital, startTalk, type Talk } from '../support/talk.ts'

const YES = '동의합니다'
const NO = '동의하지 않습니다'
const ASKED = ['collect', 'health', 'overseas', 'contact'] as const

/** All ways to answer, each told with and without health, to a hospital whose Slack is abroad and to one whose is not. */
const CASES = Array.from({ length: 2 ** (ASKED.length + 2) }, (_, bits) => {
  const answers = Object.fromEntries(ASKED.map((purpose, place) => [purpose, (bits & (1 << place)) === 0]))
  return { answers, tellsOfHealth: (bits & 16) !== 0, isDomestic: (bits & 32) !== 0 }
})

const PERSONAL = {
  name: '남궁하온',
  phone: '010-0000-4321',
  email: 'someone@mail.example',
  address: '서울시 마포구 새봄로 12',
  patient_no: '20004321',
}
const NEVER_KEPT = ['991231-3456789', '4111-1111-1111-1111']
const WAITED = '어제 오후 원무과 수납에서 한 시간 기다렸어요.'
const ILL = '어제 당뇨 약 때문에 어지러웠는데 원무과 수납에서 한 시간 기다렸어요.'
const SAYS = `저는 ${PERSONAL.name}입니다. ${PERSONAL.phone}, ${PERSONAL.email}, 주소는 ${PERSONAL.address}, 등록번호는 ${PERSONAL.patient_no}, 주민번호 ${NEVER_KEPT[0]}, 카드 ${NEVER_KEPT[1]}`

describe('whatever is agreed to', () => {
  it.each(CASES)('nothing uncovered goes out: $answers, health $tellsOfHealth, domestic $isDomestic', async (one) => {
    const talk = startTalk({ hospital: one.isDomestic ? domesticHospital : hospital })
    try {
      await file(talk, `${one.tellsOfHealth ? ILL : WAITED} ${SAYS}`, one.answers)
      checkOutgoing(talk, one)
      checkKept(talk)
    } finally {
      await talk.close()
    }
  })
})

async function file(talk: Talk, says: string, answers: ConsentAnswers): Promise<void> {
  const taps: Readonly<Record<string, string>> = {
    'age.check': '네, 14세 이상',
    ...Object.fromEntries(ASKED.map((purpose) => [`consent.${purpose}`, answers[purpose] ? YES : NO])),
    'anonymous.offer': '이름 없이 접수',
    'contact.phone': '건너뛰기',
    'complaint.where': '건너뛰기',
    'confirm.summary': '접수하기',
  }
  let replies = await talk.say(says)
  for (let count = 0; count < 20; count += 1) {
    const prompt = String(replies.at(-1)?.channelData?.['prompt'])
    if (replies.some(({ channelData }) => channelData?.['ticket'])) return
    const label = taps[prompt]
    replies = label === undefined ? await talk.say(`${WAITED} ${SAYS}`) : await talk.tap(label)
  }
  throw new Error('There was no number.')
}

function checkOutgoing(talk: Talk, { answers, isDomestic }: (typeof CASES)[number]): void {
  const { tickets, outbox } = talk.record()
  expect(tickets.size).toBe(1)
  for (const ticket of tickets.values()) {
    const card = coverCard({ ...ticket, gist: ticket.content.gist })
    const isAllowed = answers['collect'] === true && (isDomestic || answers['overseas'] === true)
    expect(card.level).toBe(isAllowed ? 'full' : 'bare')
    const shown = { state: ticket.state, assignee: undefined, crisis: undefined, deliveries: [] } as never
    const rendered = JSON.stringify([renderTicketCard(card, shown, 'https://sori.example/desk'), outbox])
    for (const secret of [...Object.values(PERSONAL), ...NEVER_KEPT]) expect(rendered).not.toContain(secret)
  }
}

function checkKept(talk: Talk): void {
  const { tickets, receipts } = talk.record()
  const given: ConsentAnswers = Object.fromEntries(
    [...receipts.values()].map(({ purpose, granted }) => [purpose, granted]),
  )
  for (const { content, conversationId } of tickets.values()) {
    expect(uncovered(contentData(content, conversationId === undefined), given, 'record')).toEqual([])
    const { vault, ...words } = content
    for (const value of Object.values(PERSONAL)) expect(JSON.stringify(words)).not.toContain(value)
    if (conversationId === undefined) expect(vault).toEqual([])
    else expect(vault.map(({ value }) => value)).toEqual(expect.arrayContaining([PERSONAL.name, PERSONAL.phone]))
    for (const number of NEVER_KEPT) expect(JSON.stringify([content])).not.toContain(number)
  }
}
