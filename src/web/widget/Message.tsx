import type { ChatItem } from './chatItems.ts'
import type { Saying } from './directLineClient.ts'
import { LinkIcon } from './icons.tsx'
import type { WidgetTexts } from './texts.ts'

export type MessageProps = {
  readonly item: ChatItem
  readonly texts: WidgetTexts
  readonly onResend: (saying: Saying) => void
}

/** One thing in the chat: a message of the bot, one of the person, or a line between two conversations. */
export function Message({ item, texts, onResend }: MessageProps) {
  if (item.kind === 'newConversation') return <p class="between">{texts.newConversation}</p>
  return item.kind === 'theirs' ? (
    <Theirs item={item} texts={texts} />
  ) : (
    <Mine item={item} texts={texts} onResend={onResend} />
  )
}

function Theirs({ item, texts }: { item: Extract<ChatItem, { kind: 'theirs' }>; texts: WidgetTexts }) {
  return (
    <div class="message theirs">
      <span class="unseen">{texts.theirs}: </span>
      {item.text && <p class="bubble">{keepNumbersWhole(item.text)}</p>}
      {item.links.map(({ label, url }) => (
        <a key={url} class="link" href={url} target="_blank" rel="noopener noreferrer">
          {label}
          <LinkIcon />
          <span class="unseen"> ({texts.newWindow})</span>
        </a>
      ))}
    </div>
  )
}

/** Ticket numbers do not break at their hyphen: they are read out and copied. */
function keepNumbersWhole(text: string) {
  return text.split(/(V\d\d-[0-9A-Z]{7})/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} class="number">
        {part}
      </span>
    ),
  )
}

function Mine({ item, texts, onResend }: MessageProps & { item: Extract<ChatItem, { kind: 'mine' }> }) {
  const { saying, state } = item
  return (
    <div class={`message mine ${state}`}>
      <span class="unseen">{texts.mine}: </span>
      <p class="bubble">{saying.text}</p>
      {state === 'failed' && (
        <p class="failure">
          {texts.failed}{' '}
          <button class="resend" type="button" onClick={() => onResend(saying)}>
            {texts.resend}
          </button>
        </p>
      )}
    </div>
  )
}
