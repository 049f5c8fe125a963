import { ConfigError, readConfig } from '../config.ts'
import { createSlackClient } from '../../bots/desk/slackClient.ts'
import { createSlackLogger } from '../../bots/desk/slackLogger.ts'
import { HospitalFileError, readHospitalFile } from '../hospital/readHospitalFile.ts'
import { createLogger } from '../logger.ts'
import { checkHospital } from './checkHospital.ts'
import { checkKakao } from './checkKakao.ts'
import { checkMail } from './checkMail.ts'
import { checkSlack } from './checkSlack.ts'
import { checkDatabase, checkRedis } from './checkStores.ts'
import { describeFindings, type Finding, findingsOf } from './finding.ts'

/** `npm run doctor`: looks at the configuration and at every service it names, and says what to mend. Changes nothing. */
async function main(): Promise<void> {
  const findings = await examine(process.env)
  process.stdout.write(`${describeFindings(findings)}\n`)
  process.exitCode = findings.some(({ state }) => state === 'mend') ? 1 : 0
}

async function examine(environment: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  const { well, look, mend } = findingsOf('configuration')
  try {
    const config = readConfig(environment)
    const hospital = readHospitalFile(config.HOSPITAL_FILE)
    const parts = await Promise.all([
      checkDatabase(config),
      checkRedis(config),
      config.SLACK_BOT_TOKEN === undefined
        ? [
            findingsOf('Slack').look(
              'is not set up',
              'Set SLACK_BOT_TOKEN; until then staff work on the desk page alone.',
            ),
          ]
        : checkSlack(
            createSlackClient(config.SLACK_BOT_TOKEN, config.SLACK_API_URL, createSlackLogger(createLogger('silent'))),
            hospital,
          ),
      checkKakao(config),
      checkMail(config),
    ])
    const production =
      config.NODE_ENV === 'production' ? [] : [look('this is not production', 'Set NODE_ENV=production.')]
    return [well('can be read'), ...production, ...checkHospital(hospital, new Date()), ...parts.flat()]
  } catch (error) {
    if (error instanceof ConfigError || error instanceof HospitalFileError)
      return [mend(error.message, 'Correct these and run the doctor again.')]
    throw error
  }
}

await main()
