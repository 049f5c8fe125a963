import { expect } from '@jest/globals'

import { maskPersonalData } from '../../skills/privacy/mask.ts'
import { scrub } from '../../skills/privacy/scrub.ts'
import { holdsHealth } from '../../skills/understanding/holdsHealth.ts'
import { CONVERSATION, type Talk } from './talk.ts'

const TELLING = 6

/**
 * What may be in the record after any turn of any conversation: nothing said before consent to collection, no words of
 * health without theirs, no link from an anonymous ticket to anybody, and nowhere a number that may never be kept.
 */
export async function checkRecord(talk: Talk): Promise<void> {
  const record = talk.record()
  const answers = [...record.receipts.values()]
  const isCollected = answers.some(({ purpose, granted }) => purpose === 'collect' && granted)
  const named = [...record.tickets.values()].filter(({ conversationId }) => conversationId !== undefined)
  const linked = JSON.stringify([[...record.sessions], record.activities, [...record.answered], named, record.outbox])

  if (!isCollected) {
    expect(record.sessions.size + record.activities.length + record.answered.size + named.length).toBe(0)
  }
  const health = answers.findLast(({ purpose }) => purpose === 'health')?.granted
  const typed = talk.exchanges.map(({ said }) => said).filter((said) => said.length >= TELLING)
  for (const words of typed.filter((said) => health !== true && holdsHealth(said))) {
    expect(linked).not.toContain(JSON.stringify(words).slice(1, -1))
  }
  checkAnonymous(talk)
  const everywhere = JSON.stringify([linked, [...record.tickets.values()], record.history, await talk.held()])
  for (const words of typed.filter((said) => scrub(said).removed.length > 0)) {
    expect(everywhere).not.toContain(words)
  }
}

function checkAnonymous(talk: Talk): void {
  const { tickets, receipts } = talk.record()
  for (const ticket of tickets.values()) {
    if (ticket.conversationId !== undefined) continue
    const kept = JSON.stringify(ticket)
    expect(kept).not.toContain(CONVERSATION)
    const { story, gist, where = '', wish = '' } = ticket.content
    for (const words of [story, gist, where, wish]) expect(maskPersonalData(words)).toBe(words)
    expect([...receipts.values()].filter(({ ticketId }) => ticketId === ticket.id)).toEqual([])
    expect(ticket.content.phone).toBeUndefined()
  }
}
