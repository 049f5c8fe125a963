import { hideSecrets } from '../../dialogs/filing.ts'
import type { Reply } from '../../dialogs/turn.ts'
import { listen, type PendingRun } from '../../skills/privacy/listen.ts'
import { findLanguage } from '../../skills/understanding/findLanguage.ts'
import { understand } from '../../skills/understanding/understand.ts'
import type { Understanding } from '../../skills/understanding/understanding.ts'
import type { Scrubbed } from '../../src/consent/scrubbed.ts'
import { type Vault, vaultOf } from '../../src/consent/vault.ts'
import type { InboundEvent } from './inbound.ts'

const TEXT_MAX_CHARS = 4_000
/** What is listened to at all, with room for what scrubbing takes away. */
const HEARD_MAX_CHARS = 5_000
/** What stands in the place of the code somebody follows a filing without a name by. */
const SECRET_HIDDEN = { ko: '[확인 암호]', en: '[code]' } as const

/** As many as "11월 20일" has. */
const DAY_MAX_DIGITS = 4

/** What a conversation remembers of the numbers said in it. */
export type HearingMemory = { readonly vault: Vault; readonly pending: readonly PendingRun[] }

/** One message as it was taken in, and what is remembered of it. */
export type Hearing = HearingMemory & {
  readonly reply: Reply
  /** Something was removed that may never be kept. */
  readonly wasScrubbed: boolean
  readonly wasCut: boolean
}

/** Takes a message in: what may never be kept is gone from it, and what names or reaches somebody is a token. */
export function hear(
  event: Pick<InboundEvent, 'text' | 'choice' | 'channelData'>,
  memory: HearingMemory,
  context: { readonly publicNumbers: readonly string[]; readonly now: Date },
): Hearing {
  const said = listen(event.text.slice(0, HEARD_MAX_CHARS), memory, context)
  // Cut after scrubbing: half a number that may not be kept would not be known for one.
  const kept = said.text.slice(0, TEXT_MAX_CHARS) as Scrubbed
  const text = hideSecrets(kept, SECRET_HIDDEN[findLanguage(kept)])
  const heard = said.heard.slice(0, TEXT_MAX_CHARS)
  return {
    reply: {
      heard,
      text,
      understanding: understandSaid(heard, { text, vault: said.vault }, context.now),
      hasFile: event.channelData?.['attachments'] === true,
      choice: event.choice,
    },
    vault: said.vault,
    pending: said.pending,
    wasScrubbed: said.removed.length > 0,
    wasCut: said.text.length > TEXT_MAX_CHARS || event.text.length > HEARD_MAX_CHARS,
  }
}

/** Read from what was said; but the words that are kept as they stand come from the form that may be kept. */
function understandSaid(
  heard: string,
  { text, vault }: { readonly text: Scrubbed; readonly vault: Vault },
  now: Date,
): Understanding {
  const understanding = understand(heard, { now })
  if (heard === text) return understanding
  const { when, where, wish } = understand(text, { now })
  const tellsOfBirth = vaultOf(vault, [text]).some(({ type }) => type === 'birthdate')
  return { ...understanding, when: when ?? (tellsOfBirth ? undefined : dayAlone(understanding.when)), where, wish }
}

// A day and a month are nobody's number, though their digits are held back until it is known that no number follows.
function dayAlone(when: Understanding['when']): Understanding['when'] {
  return when && when.text.replaceAll(/\D/g, '').length <= DAY_MAX_DIGITS ? when : undefined
}
