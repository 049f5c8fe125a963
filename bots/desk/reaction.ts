import type { types as slack } from '@slack/bolt'

import { say } from './say.ts'
import type { PrivateMessage } from './tellPresser.ts'

/** What the person who pressed gets to see. */
export type Reaction = Telling | { readonly kind: 'open'; readonly view: slack.ModalView }
type Telling = { readonly kind: 'tell'; readonly message: PrivateMessage }

/** Says a sentence to the one who pressed. */
export function tell(text: string): Telling {
  return { kind: 'tell', message: { text } }
}

/** Says what stands in the way before any ticket is looked at. */
export function tellProblem(name: 'stranger' | 'outdated' | 'failed'): Telling {
  return tell(say(`desk.problem.${name}`))
}
