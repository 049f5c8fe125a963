import { type Span, readMrkdwn } from './mrkdwn.ts'
import { formatSlackDate } from './slackDate.ts'
import { useSlack } from './slackClient.ts'

/** A text object of Block Kit. */
export type TextObject = { readonly type: string; readonly text: string }

/** A text as Slack draws it: with marks, links and mentions where it is mrkdwn. */
export function SlackText({ text }: { readonly text: TextObject }) {
  return text.type === 'mrkdwn' ? <Spans spans={readMrkdwn(text.text)} /> : <>{text.text}</>
}

function Spans({ spans }: { readonly spans: readonly Span[] }) {
  return (
    <>
      {spans.map((span, index) => (
        <SpanView key={index} span={span} />
      ))}
    </>
  )
}

function SpanView({ span }: { readonly span: Span }) {
  const { nameOf, channelNameOf } = useSlack()
  switch (span.kind) {
    case 'text':
      return <>{span.text}</>
    case 'code':
      return <code>{span.text}</code>
    case 'pre':
      return <pre>{span.text}</pre>
    case 'bold':
      return (
        <b>
          <Spans spans={span.spans} />
        </b>
      )
    case 'italic':
      return (
        <i>
          <Spans spans={span.spans} />
        </i>
      )
    case 'strike':
      return (
        <s>
          <Spans spans={span.spans} />
        </s>
      )
    case 'link':
      return (
        <a href={span.url} target="_blank" rel="noopener">
          {span.text}
        </a>
      )
    case 'user':
      return <span class="mention">@{nameOf(span.id)}</span>
    case 'channel':
      return <span class="mention">#{channelNameOf(span.id)}</span>
    case 'call':
      return <span class="mention loud">{span.text}</span>
    case 'date':
      break
  }
  return (
    <time dateTime={new Date(span.seconds * 1000).toISOString()} title={span.fallback}>
      {formatSlackDate(span.seconds, span.format, Date.now())}
    </time>
  )
}
