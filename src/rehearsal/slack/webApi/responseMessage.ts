import { z } from 'zod'
import type { Block } from '../blocks/blockKit.ts'
import { slackApp } from '../state/directory.ts'
import { parseBlocks } from './messageContent.ts'
import type { ResponseTarget } from '../state/responseUrls.ts'
import { SlackRefusal } from '../state/slackRefusal.ts'
import { flag } from './webApiMethod.ts'
import type { Workspace } from '../state/workspace.ts'

const responseSchema = z.object({
  text: z.string().default(''),
  blocks: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: flag,
  delete_original: flag,
  thread_ts: z.string().optional(),
})
type Response = z.output<typeof responseSchema>
type Content = { readonly text: string; readonly blocks: readonly Block[] | undefined }

/**
 * Puts where it belongs what an app answers a person with, through a response URL or as the body of a slash command's
 * answer: shown to that person alone unless it says otherwise, or in place of the message that was pressed.
 * @throws SlackRefusal `invalid_payload`, `no_text`, `invalid_blocks`, `message_not_found`
 */
export const applyResponse = (given: unknown, target: ResponseTarget, workspace: Workspace): void => {
  const parsed = responseSchema.safeParse(given)
  if (!parsed.success) throw new SlackRefusal('invalid_payload')
  const response = parsed.data
  if (response.delete_original) return removeOriginal(target, workspace)
  const blocks = parseBlocks(response.blocks, workspace)
  if (response.text === '' && (blocks === undefined || blocks.length === 0)) throw new SlackRefusal('no_text')
  const content = { text: response.text, blocks }
  if (response.replace_original && target.original !== undefined) return replaceOriginal(content, target, workspace)
  addResponse(content, response, target, workspace)
}

const addResponse = (content: Content, response: Response, target: ResponseTarget, { messages }: Workspace): void => {
  const shown = { ...content, threadTs: response.thread_ts }
  if (response.response_type === 'in_channel') messages.add(target.channel, { user: slackApp.userId, ...shown })
  else messages.addEphemeral(target.userId, { channel: target.channel, ...shown })
}

const removeOriginal = ({ userId, channel, original }: ResponseTarget, { messages }: Workspace): void => {
  if (original?.isEphemeral === true) return messages.removeEphemeral(userId, original.ts)
  const message = original && messages.find(channel, original.ts)
  if (message === undefined) throw new SlackRefusal('message_not_found')
  messages.replace(channel, { ...message, deleted: true })
}

const replaceOriginal = (content: Content, target: ResponseTarget, { messages }: Workspace): void => {
  const { userId, channel, original } = target
  const ts = original?.ts ?? ''
  const ephemeral = original?.isEphemeral === true ? messages.findEphemeral(userId, ts) : undefined
  if (ephemeral !== undefined) return messages.replaceEphemeral(userId, { ...ephemeral, ...content })
  const message = messages.find(channel, ts)
  if (message === undefined) throw new SlackRefusal('message_not_found')
  messages.replace(channel, { ...message, ...content })
}
