import { z } from 'zod'
import { readMessageBlocks, type Block } from '../blocks/blockKit.ts'
import type { MessageMetadata } from '../state/messageStore.ts'
import { withIds } from '../blocks/placedElements.ts'
import { SlackRefusal } from '../state/slackRefusal.ts'
import type { Workspace } from '../state/workspace.ts'

const metadataSchema = z.object({ event_type: z.string().min(1), event_payload: z.record(z.string(), z.unknown()) })

/**
 * The blocks of a message, each with its ids; undefined where none were given.
 * @throws SlackRefusal `invalid_blocks_format` where it is no list, `invalid_blocks` with the reasons
 */
export const parseBlocks = (given: unknown, workspace: Workspace): readonly Block[] | undefined => {
  if (given === undefined || given === '') return undefined
  if (!Array.isArray(given)) throw new SlackRefusal('invalid_blocks_format')
  const blocks = readMessageBlocks(given)
  if (!blocks.ok) throw new SlackRefusal('invalid_blocks', blocks.problem)
  return withIds(blocks.value, workspace.ids)
}

/**
 * The metadata of a message; `remove` for the empty object, which takes earlier metadata away.
 * @throws SlackRefusal `invalid_metadata_format`
 */
export const parseMetadata = (given: unknown): MessageMetadata | 'remove' | undefined => {
  if (given === undefined || given === '') return undefined
  if (typeof given === 'object' && given !== null && Object.keys(given).length === 0) return 'remove'
  const parsed = metadataSchema.safeParse(given)
  if (!parsed.success) throw new SlackRefusal('invalid_metadata_format')
  return parsed.data
}

/**
 * @param maxCharacters 40,000 for a new message, 4,000 for a changed one
 * @throws SlackRefusal `msg_too_long`
 */
export const checkLength = (text: string, maxCharacters: number): void => {
  if (text.length > maxCharacters) throw new SlackRefusal('msg_too_long')
}
