import type { ConsentPurpose } from './consent.ts'

/** What somebody asks the privacy officer to do with the data held about them, and about which tickets, by number. */
export type RightsRequest =
  /** Answered by people; nothing is carried out. */
  | { readonly right: 'correct' | 'other'; readonly tickets: readonly string[] }
  /** `everything`: the conversation is to go as well. */
  | { readonly right: 'erase'; readonly tickets: readonly string[]; readonly everything: boolean }
  | { readonly right: 'withdraw'; readonly tickets: readonly string[]; readonly purpose: ConsentPurpose }

/** Tells whether meeting the request leaves no conversation to keep, once its answer has arrived. */
export function endsConversation(request: RightsRequest): boolean {
  if (request.right === 'erase') return request.everything
  return request.right === 'withdraw' && request.purpose === 'collect'
}
