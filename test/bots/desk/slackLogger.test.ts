import { describe, expect, it } from '@jest/globals'

import { createSlackLogger } from '../../../bots/desk/slackLogger.ts'

describe('what Slack’s libraries log', () => {
  const logged: unknown[] = []
  const keep = (fields: unknown): void => void logged.push(fields)
  const logger = createSlackLogger({ info: keep, warn: keep, error: keep })

  it('is cut before anything that may quote a payload', () => {
    logger.debug('http request body: {"text":"환자 말"}')
    logger.info('{"text":"환자 말"}')
    logger.warn('Malformed request body: Unexpected token in "환자 말"')
    logger.error('failed', Object.assign(new Error('환자 말'), { code: 'slack_bolt_unknown_error' }), {
      text: '환자 말',
    })
    expect(logged).toEqual([
      { said: 'Malformed request body', codes: [] },
      { said: 'failed', codes: ['slack_bolt_unknown_error'] },
    ])
  })
})
