import { maskName, maskPhone } from '../../../skills/privacy/mask.ts'
import type { TicketContent } from '../../tickets/ticket.ts'

type Words = Pick<TicketContent, 'kind' | 'story' | 'when' | 'where' | 'wish' | 'goodTime' | 'relation'>

/** A ticket's words as everybody first sees them: name and phone cut short, tokens in the place of other personal data. */
export type ShownContent = Words & {
  readonly name: string | undefined
  readonly phone: string | undefined
  /** The tokens that stand in the words; each can be looked up on its own. */
  readonly tokens: readonly string[]
}

/** Masks a ticket's words. What is not named here is not shown. */
export function showContent(content: TicketContent): ShownContent {
  const { kind, story, when, where, wish, goodTime, relation, name, phone, vault } = content
  return {
    kind,
    story,
    when,
    where,
    wish,
    goodTime,
    relation,
    name: name === undefined ? undefined : maskName(name),
    phone: phone === undefined ? undefined : maskPhone(phone),
    tokens: vault.map(({ token }) => token),
  }
}

/**
 * What stands behind one masked field.
 *
 * @param field `name`, `phone` or a token such as `[이름1]`
 * @returns undefined when the ticket has no such field
 */
export function findMasked(content: TicketContent, field: string): string | undefined {
  if (field === 'name' || field === 'phone') return content[field]
  return content.vault.find(({ token }) => token === field)?.value
}
