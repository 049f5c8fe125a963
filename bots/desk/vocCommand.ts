import { z } from 'zod'

import { findStaffBySlackUser } from '../../src/hospital/hospital.ts'
import type { DeskParts } from './deskParts.ts'
import { say } from './say.ts'

/** Sub-words that are promised and not built; they say so. */
const NOT_YET: readonly string[] = ['new', 'mine', 'open', 'find', 'stats', 'report']

const commandSchema = z.object({ user_id: z.string(), text: z.string().default('') })

/** Answers `/voc`. It only tells, so a repeated command is answered again. */
export function answerVoc(command: unknown, { hospital }: Pick<DeskParts, 'hospital'>): string {
  const { user_id, text } = commandSchema.parse(command)
  if (!findStaffBySlackUser(hospital, user_id)) return say('desk.problem.stranger')
  const word = text.trim().split(/\s+/)[0]?.toLowerCase() ?? ''
  if (word === '' || word === 'help') return say('desk.voc.help')
  const answer = NOT_YET.includes(word) ? say('desk.voc.notYet', { word }) : say('desk.voc.unknown')
  return `${answer}\n${say('desk.voc.help')}`
}
