import type { SlackUser } from '../state/directory.ts'
import { createForms, type Forms } from './forms.ts'
import type { PersonParts } from './personParts.ts'
import { createPressing, type Pressing } from './pressing.ts'
import { createTalking, type Talking } from './talking.ts'

/**
 * One person at their Slack client. Whatever they do is told to the app in a signed request, or through its socket, and
 * the app's answer comes back. Every act that the client would not offer throws CannotAct.
 */
export type Person = Pressing & Forms & Talking

export const createPerson = (user: SlackUser, parts: PersonParts): Person => ({
  ...createPressing(user, parts),
  ...createForms(user, parts),
  ...createTalking(user, parts),
})
