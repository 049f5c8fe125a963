/**
 * Makes foreign words safe inside Slack's mrkdwn: nothing in them becomes a link, a mention or a channel-wide call.
 * The three characters are those of docs.slack.dev/messaging/formatting-message-text; the zero-width space breaks
 * `@here`, which clients may turn into a mention by themselves.
 */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('@', '@\u200b')
}
