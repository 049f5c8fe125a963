import { describe, expect, it } from '@jest/globals'

import { readMrkdwn } from '../../../src/web/rehearsal/slack/mrkdwn.ts'
import { formatSlackDate } from '../../../src/web/rehearsal/slack/slackDate.ts'

const text = (words: string) => ({ kind: 'text', text: words })

describe('what the rehearsal page makes of Slack texts', () => {
  it.each([
    ['*a* _b_ ~c~', ['bold', 'text', 'italic', 'text', 'strike']],
    ['*a _b_*', ['bold']],
    ['`*a*` ```b\nc```', ['code', 'text', 'pre']],
    ['c*d*e snake_case_name 2~3~4', ['text']],
    ['* a* *b', ['text']],
    ['<@U1> <#C1> <!here>', ['user', 'text', 'channel', 'text', 'call']],
  ])('reads %j', (source, kinds) => {
    expect(readMrkdwn(source).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('takes escapes back, and only once', () => {
    expect(readMrkdwn('&lt;@U1&gt; &amp;lt;')).toEqual([text('<@U1> &lt;')])
  })

  it('reads links with and without a name', () => {
    expect(readMrkdwn('<https://a.example/?b=1&amp;c=2|name><https://a.example>')).toEqual([
      { kind: 'link', url: 'https://a.example/?b=1&c=2', text: 'name' },
      { kind: 'link', url: 'https://a.example', text: 'https://a.example' },
    ])
  })

  it('reads dates', () => {
    expect(readMrkdwn('<!date^1795338000^{date_short_pretty} {time}|soon>')).toEqual([
      { kind: 'date', seconds: 1_795_338_000, format: '{date_short_pretty} {time}', fallback: 'soon' },
    ])
  })

  const noon = Date.parse('2026-11-22T12:00:00+09:00')
  it.each([
    ['2026-11-22T18:00:00+09:00', '{date_short_pretty} {time}', '오늘 오후 6:00'],
    ['2026-11-23T00:30:00+09:00', '{date_pretty}', '내일'],
    ['2026-11-21T23:30:00+09:00', '{date_pretty}', '어제'],
    ['2026-12-01T18:00:00+09:00', '{date_short_pretty}', '12월 1일 (화)'],
    ['2026-11-22T18:00:00+09:00', '{date}', '2026년 11월 22일'],
  ])('shows %s as %s in Korea', (at, format, shown) => {
    expect(formatSlackDate(Date.parse(at) / 1000, format, noon)).toBe(shown)
  })
})
