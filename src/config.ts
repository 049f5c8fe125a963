import { resolve } from 'node:path'

import { z } from 'zod'

import { STRUCTURED_OUTPUTS } from '../skills/languageModel/openChatModel.ts'
import { SAMPLE_HOSPITAL_FILE } from './hospital/readHospitalFile.ts'

/** What is wrong with the environment, all of it at once. */
export class ConfigError extends Error {
  readonly code = 'config_invalid'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`Sori cannot start with this environment:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

const text = z.string().min(1)
const url = (protocol: RegExp, example: string) => z.url({ protocol, error: `must be an address such as ${example}` })
const httpUrl = url(/^https?$/, 'https://sori.example')
const commaList = text.transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
)
const flag = z.enum(['0', '1'], { error: 'must be 0 or 1' }).transform((value) => value === '1')
const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be from ${min} to ${max}`)

const environmentSchema = z.object({
  PORT: wholeNumber(0, 65_535).default(3978),
  HOST: text.default('127.0.0.1'),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  DATA_DIR: text.default('./data'),
  HOSPITAL_FILE: text.default(SAMPLE_HOSPITAL_FILE),
  ENCRYPTION_KEYS: text.optional(),
  LOOKUP_KEY: text.optional(),
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgresql://user@host:5432/sori').optional(),
  REDIS_URL: url(/^rediss?$/, 'redis://host:6379').optional(),
  INSTANCES: wholeNumber(1, 1000).default(1),
  PUBLIC_URL: httpUrl.transform((address) => address.replace(/\/+$/, '')).optional(),
  TRUSTED_PROXIES: commaList.default([]),
  SLACK_BOT_TOKEN: text.optional(),
  SLACK_SIGNING_SECRET: text.optional(),
  SLACK_APP_TOKEN: text.optional(),
  SLACK_API_URL: httpUrl.default('https://slack.com/api/'),
  KAKAO_SKILL_SECRET: text.optional(),
  KAKAO_BOT_ID: text.optional(),
  KAKAO_REST_API_KEY: text.optional(),
  KAKAO_EVENT_NAME: text.optional(),
  KAKAO_API_URL: httpUrl.default('https://bot-api.kakao.com'),
  LLM_MODEL: z
    .string()
    .regex(/^(?!langsmith:)[a-z][\w-]*:\S+$/, 'must be provider:model, such as openai:gpt-5-mini')
    .optional(),
  LLM_BASE_URL: httpUrl.optional(),
  LLM_API_KEY: text.optional(),
  LLM_STRUCTURED_OUTPUT: z
    .enum(STRUCTURED_OUTPUTS, { error: `must be ${STRUCTURED_OUTPUTS.join(', ')}` })
    .default('jsonSchema'),
  LLM_REGION: z.enum(['domestic', 'overseas'], { error: 'must be domestic or overseas' }).optional(),
  DIRECTLINE_SECRET: text.optional(),
  WIDGET_ALLOWED_ORIGINS: commaList.default([]),
  SOLAPI_API_KEY: text.optional(),
  SOLAPI_API_SECRET: text.optional(),
  SOLAPI_SENDER: z
    .string()
    .regex(/^\d{8,11}$/, 'must be a registered sender number, digits only')
    .optional(),
  SOLAPI_PF_ID: text.optional(),
  SOLAPI_API_URL: httpUrl.default('https://api.solapi.com'),
  SMTP_URL: url(/^smtps?$/, 'smtp://mail.example:587').optional(),
  MAIL_FROM: text.optional(),
  KEYRING_BACKUP_DAYS: wholeNumber(1, 30).default(7),
  METRICS_TOKEN: text.optional(),
  MICROSOFT_APP_ID: text.optional(),
  MICROSOFT_APP_PASSWORD: text.optional(),
  MICROSOFT_APP_TENANT_ID: text.optional(),
  OPEN_BOT_ENDPOINT: flag.default(false),
  REHEARSAL: flag.optional(),
})

type Environment = z.infer<typeof environmentSchema>

/** Everything the environment says, checked. Secrets are in here: it is never logged. */
export type Config = Readonly<Environment> & { readonly dataDir: string }

/**
 * Reads the environment, once.
 *
 * @param environment `process.env`; an empty value counts as absent
 * @throws {ConfigError} listing every problem, by the name of its variable and never by its value
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = environmentSchema.safeParse(given)
  const problems = parsed.success ? findContradictions(parsed.data) : parsed.error.issues.map(describeIssue)
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)
  return { ...parsed.data, dataDir: resolve(parsed.data.DATA_DIR) }
}

/** Tells whether the local stand-ins for Slack and KakaoTalk are to be started. */
export function wantsRehearsal(config: Config): boolean {
  const hasRealService = config.SLACK_BOT_TOKEN !== undefined || config.KAKAO_SKILL_SECRET !== undefined
  if (config.NODE_ENV === 'production' || hasRealService || config.REHEARSAL === false) return false
  return config.REHEARSAL === true || config.DATABASE_URL === undefined
}

function describeIssue(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')}: ${issue.message}`
}

function findContradictions(environment: Environment): readonly string[] {
  const {
    NODE_ENV,
    ENCRYPTION_KEYS,
    LOOKUP_KEY,
    INSTANCES,
    REDIS_URL,
    DATABASE_URL,
    SLACK_BOT_TOKEN,
    SLACK_SIGNING_SECRET,
    SLACK_APP_TOKEN,
    SOLAPI_API_KEY,
    SOLAPI_API_SECRET,
    SOLAPI_SENDER,
    SOLAPI_PF_ID,
    SMTP_URL,
    MAIL_FROM,
    MICROSOFT_APP_ID,
    MICROSOFT_APP_PASSWORD,
    KAKAO_REST_API_KEY,
    KAKAO_EVENT_NAME,
    OPEN_BOT_ENDPOINT,
    REHEARSAL,
    PUBLIC_URL,
    LLM_MODEL,
    LLM_REGION,
  } = environment
  const isProduction = NODE_ENV === 'production'
  const rules: readonly (readonly [boolean, string])[] = [
    [
      isProduction && ENCRYPTION_KEYS === undefined,
      'ENCRYPTION_KEYS: must be set in production (id:base64 of 32 bytes)',
    ],
    [isProduction && LOOKUP_KEY === undefined, 'LOOKUP_KEY: must be set in production (base64 of 32 bytes)'],
    [isProduction && PUBLIC_URL === undefined, 'PUBLIC_URL: must be set in production, for the links people are given'],
    [
      (ENCRYPTION_KEYS === undefined) !== (LOOKUP_KEY === undefined),
      'ENCRYPTION_KEYS and LOOKUP_KEY: set both or neither',
    ],
    [INSTANCES > 1 && REDIS_URL === undefined, 'REDIS_URL: must be set when INSTANCES is more than 1'],
    [INSTANCES > 1 && DATABASE_URL === undefined, 'DATABASE_URL: must be set when INSTANCES is more than 1'],
    [
      SLACK_BOT_TOKEN !== undefined && SLACK_SIGNING_SECRET === undefined && SLACK_APP_TOKEN === undefined,
      'SLACK_SIGNING_SECRET: must be set with SLACK_BOT_TOKEN (or SLACK_APP_TOKEN, for Socket Mode)',
    ],
    [
      SLACK_BOT_TOKEN === undefined && (SLACK_SIGNING_SECRET !== undefined || SLACK_APP_TOKEN !== undefined),
      'SLACK_BOT_TOKEN: must be set with SLACK_SIGNING_SECRET or SLACK_APP_TOKEN',
    ],
    [
      new Set([SOLAPI_API_KEY, SOLAPI_API_SECRET, SOLAPI_SENDER].map((value) => value === undefined)).size > 1,
      'SOLAPI_API_KEY, SOLAPI_API_SECRET and SOLAPI_SENDER: set all or none',
    ],
    [SOLAPI_PF_ID !== undefined && SOLAPI_API_KEY === undefined, 'SOLAPI_API_KEY: must be set with SOLAPI_PF_ID'],
    [
      LLM_MODEL !== undefined && LLM_REGION === undefined,
      'LLM_REGION: must be set with LLM_MODEL, to where that model runs (domestic or overseas)',
    ],
    [SMTP_URL !== undefined && MAIL_FROM === undefined, 'MAIL_FROM: must be set with SMTP_URL'],
    [
      (MICROSOFT_APP_ID === undefined) !== (MICROSOFT_APP_PASSWORD === undefined),
      'MICROSOFT_APP_ID and MICROSOFT_APP_PASSWORD: set both or neither',
    ],
    [
      (KAKAO_REST_API_KEY === undefined) !== (KAKAO_EVENT_NAME === undefined),
      'KAKAO_REST_API_KEY and KAKAO_EVENT_NAME: set both or neither',
    ],
    [isProduction && OPEN_BOT_ENDPOINT, 'OPEN_BOT_ENDPOINT: must not be 1 in production'],
    [isProduction && REHEARSAL === true, 'REHEARSAL: must not be 1 in production'],
  ]
  return rules.flatMap(([isBroken, sentence]) => (isBroken ? [sentence] : []))
}
