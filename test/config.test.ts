import { describe, expect, it } from '@jest/globals'

import { ConfigError, readConfig, wantsRehearsal } from '../src/config.ts'

function problemsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

describe('the environment', () => {
  it('needs nothing outside production', () => {
    expect(readConfig({})).toMatchObject({ PORT: 3978, HOST: '127.0.0.1', NODE_ENV: 'development', INSTANCES: 1 })
  })

  it('counts an empty value as absent', () => {
    expect(readConfig({ PORT: '', SLACK_BOT_TOKEN: ' ' })).toMatchObject({ PORT: 3978 })
  })

  it('lists every problem at once, by name and without values', () => {
    const problems = problemsOf({ PORT: 'secret-one', INSTANCES: '0', PUBLIC_URL: 'secret-two', REHEARSAL: 'yes' })
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['PORT', 'INSTANCES', 'PUBLIC_URL', 'REHEARSAL'])
    expect(problems.join()).not.toContain('secret')
  })

  it.each([
    [
      'production without keys and public address',
      { NODE_ENV: 'production' },
      ['ENCRYPTION_KEYS', 'LOOKUP_KEY', 'PUBLIC_URL'],
    ],
    ['one key without the other', { LOOKUP_KEY: 'x' }, ['ENCRYPTION_KEYS and LOOKUP_KEY']],
    ['two instances alone', { INSTANCES: '2' }, ['REDIS_URL', 'DATABASE_URL']],
    ['a Slack token without a way in', { SLACK_BOT_TOKEN: 'x' }, ['SLACK_SIGNING_SECRET']],
    ['a signing secret without a token', { SLACK_SIGNING_SECRET: 'x' }, ['SLACK_BOT_TOKEN']],
    ['a model that runs nowhere known', { LLM_REGION: 'moon' }, ['LLM_REGION']],
    ['a model without a word on where it runs', { LLM_MODEL: 'openai:gpt-5-mini' }, ['LLM_REGION']],
    ['a model of no provider', { LLM_MODEL: 'gpt-5-mini', LLM_REGION: 'overseas' }, ['LLM_MODEL']],
    ['a gateway that passes words on', { LLM_MODEL: 'langsmith:x', LLM_REGION: 'overseas' }, ['LLM_MODEL']],
    ['a shape nobody knows', { LLM_STRUCTURED_OUTPUT: 'xml' }, ['LLM_STRUCTURED_OUTPUT']],
    ['half of SOLAPI', { SOLAPI_API_KEY: 'x' }, ['SOLAPI_API_KEY, SOLAPI_API_SECRET and SOLAPI_SENDER']],
    ['a SOLAPI profile without an account', { SOLAPI_PF_ID: 'x' }, ['SOLAPI_API_KEY']],
    ['a sender number with dashes', { SOLAPI_SENDER: '02-123-4567' }, ['SOLAPI_SENDER']],
    ['mail without a sender', { SMTP_URL: 'smtp://mail.example' }, ['MAIL_FROM']],
    ['half of the Event API', { KAKAO_EVENT_NAME: 'x' }, ['KAKAO_REST_API_KEY and KAKAO_EVENT_NAME']],
    ['half of Bot Framework', { MICROSOFT_APP_ID: 'x' }, ['MICROSOFT_APP_ID and MICROSOFT_APP_PASSWORD']],
  ])('refuses %s', (_name, environment, names) => {
    expect(problemsOf(environment).map((problem) => problem.split(':')[0])).toEqual(names)
  })

  it.each([
    ['OPEN_BOT_ENDPOINT', 'OPEN_BOT_ENDPOINT: must not be 1 in production'],
    ['REHEARSAL', 'REHEARSAL: must not be 1 in production'],
  ])('does not let %s into production', (name, problem) => {
    expect(problemsOf({ NODE_ENV: 'production', [name]: '1' })).toContain(problem)
  })
})

describe('the public address', () => {
  it.each(['https://sori.example', 'https://sori.example/'])('has no slash at its end, given as %s', (given) => {
    expect(readConfig({ PUBLIC_URL: given }).PUBLIC_URL).toBe('https://sori.example')
  })
})

describe('the rehearsal', () => {
  const keys = { ENCRYPTION_KEYS: 'a:b', LOOKUP_KEY: 'c', PUBLIC_URL: 'https://sori.example' }

  it.each([
    ['starts on a fresh machine', {}, true],
    ['stays away when told so', { REHEARSAL: '0' }, false],
    ['stays away beside a database of one’s own', { DATABASE_URL: 'postgres://x/y' }, false],
    ['starts beside it when told so', { DATABASE_URL: 'postgres://x/y', REHEARSAL: '1' }, true],
    ['stays away with a real Slack', { SLACK_BOT_TOKEN: 'x', SLACK_SIGNING_SECRET: 'y' }, false],
    ['stays away with a real KakaoTalk, even when told to start', { KAKAO_SKILL_SECRET: 'x', REHEARSAL: '1' }, false],
    ['stays away in production', { NODE_ENV: 'production', ...keys }, false],
  ])('%s', (_name, environment, starts) => {
    expect(wantsRehearsal(readConfig(environment))).toBe(starts)
  })
})
