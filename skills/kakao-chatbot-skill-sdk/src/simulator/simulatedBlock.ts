/**
 * A block as an operator sets it up in the admin centre. Without `fixedText` it is answered by the skill (스킬데이터 사용).
 * `command` and `escape` react to their utterances, `fallback` to everything else, `welcome` to a first entry, `event`
 * to the Event API. Only `escape` (탈출 블록) gets out of a plugin that is waiting.
 */
export interface SimulatedBlock {
  readonly id: string
  readonly name: string
  readonly kind: 'command' | 'escape' | 'fallback' | 'welcome' | 'event'
  /** What calls a `command` or `escape` block, compared letter by letter after trimming. */
  readonly utterances?: readonly string[]
  /** A bubble written in the admin centre; the skill is not called. */
  readonly fixedText?: string
  /** Present: the block has Callback switched on, and this is its waiting message. May hold `{{#webhook.key}}`. */
  readonly callbackWaitingText?: string
  /** Present: a required secure-image parameter. Its plugin asks for photos before the skill is called. */
  readonly secureImages?: { readonly parameter: string; readonly prompt: string }
}

/** The least a skill needs: free text and the Event API reach it. */
export const defaultBlocks: readonly SimulatedBlock[] = [
  { id: '65aa00000000000000000001', name: '폴백 블록', kind: 'fallback' },
  { id: '65aa00000000000000000002', name: '이벤트 블록', kind: 'event' },
]

const isCalledBy = ({ kind, utterances = [] }: SimulatedBlock, utterance: string): boolean =>
  (kind === 'command' || kind === 'escape') && utterances.includes(utterance.trim())

/** The block that reacts to typed text. */
export const findBlockFor = (blocks: readonly SimulatedBlock[], utterance: string): SimulatedBlock | undefined =>
  blocks.find((block) => isCalledBy(block, utterance)) ?? blocks.find(({ kind }) => kind === 'fallback')
