/**
 * A block as an operator sets it up in the admin centre. Every one here is answered by the skill (스킬데이터 사용).
 * `command` reacts to its utterances, `fallback` to everything else, `welcome` to a first entry, `event` to the Event API.
 */
export interface SimulatedBlock {
  readonly id: string
  readonly name: string
  readonly kind: 'command' | 'fallback' | 'welcome' | 'event'
  /** What calls a `command` block, compared letter by letter after trimming. */
  readonly utterances?: readonly string[]
  /** Present: the block has Callback switched on, and this is its waiting message. May hold `{{#webhook.key}}`. */
  readonly callbackWaitingText?: string
}

/** The least a skill needs: free text and the Event API reach it. */
export const defaultBlocks: readonly SimulatedBlock[] = [
  { id: '65aa00000000000000000001', name: '폴백 블록', kind: 'fallback' },
  { id: '65aa00000000000000000002', name: '이벤트 블록', kind: 'event' },
]

/** The block that reacts to typed text. */
export const findBlockFor = (blocks: readonly SimulatedBlock[], utterance: string): SimulatedBlock | undefined =>
  blocks.find(({ kind, utterances = [] }) => kind === 'command' && utterances.includes(utterance.trim())) ??
  blocks.find(({ kind }) => kind === 'fallback')
