import { randomBytes } from 'node:crypto'

import {
  createKakaoSimulator,
  defaultBlocks,
  type KakaoSimulator,
  type SimulatedBlock,
} from 'kakao-chatbot-skill-sdk/simulator'

import type { Hospital } from '../hospital/hospital.ts'
import { createMailStandIn, type MailStandIn } from './mail/createMailStandIn.ts'
import { startRehearsalPage } from './page/startRehearsalPage.ts'
import { createSmsStandIn, type SmsStandIn } from './sms/createSmsStandIn.ts'
import { createSlackStandIn, type SlackStandIn } from './slack/createSlackStandIn.ts'

const BOT_ID = 'rehearsal-bot'
const EVENT_NAME = 'sori_answer'
const SMS_SENDER = '0200001000'

export type RehearsalOptions = {
  /** Where the product listens, or will. */
  readonly productUrl: string
  readonly hospital: Hospital
  readonly host: string
  /** Port of the page; the stand-ins take the four after it. 0: any free ones. */
  readonly port: number
}

/** Stand-ins for Slack, KakaoTalk, the mail server and the dealer of text messages, running, and the page that shows them. */
export type Rehearsal = {
  readonly pageUrl: string
  /** What the product's environment must say to speak to the stand-ins: the only thing it ever knows of them. */
  readonly environment: Readonly<Record<string, string>>
  readonly slack: SlackStandIn
  readonly kakao: KakaoSimulator
  readonly mail: MailStandIn
  readonly sms: SmsStandIn
  stop(): Promise<void>
}

/** Starts the stand-ins and the page. People, hospital and messages in them are invented. */
export async function createRehearsal({ productUrl, hospital, host, port }: RehearsalOptions): Promise<Rehearsal> {
  const secrets = { slack: secret(), slackToken: `xoxb-rehearsal-${secret()}`, skill: secret(), kakaoKey: secret() }
  const portAfter = (step: number): number => (port === 0 ? 0 : port + step)

  const slack = createSlackStandIn({
    eventsUrl: `${productUrl}/slack/events`,
    signingSecret: secrets.slack,
    botToken: secrets.slackToken,
    users: hospital.staff.map(({ slackUserId, name, email }) => ({ id: slackUserId, name, email })),
    channels: channelsOf(hospital),
  })
  const kakao = createKakaoSimulator({
    skillUrl: `${productUrl}/kakao/skill`,
    skillSecret: secrets.skill,
    botId: BOT_ID,
    restApiKey: secrets.kakaoKey,
    eventName: EVENT_NAME,
    blocks: blocksOf(hospital),
  })
  const mail = createMailStandIn()
  const smsAccount = { apiKey: `rehearsal-${secret()}`, apiSecret: secret(), sender: SMS_SENDER }
  const sms = createSmsStandIn(smsAccount)
  const slackAt = await slack.start({ host, port: portAfter(1) })
  const kakaoAt = await kakao.start({ host, port: portAfter(2) })
  const mailAt = await mail.start({ host, port: portAfter(3) })
  const smsAt = await sms.start({ host, port: portAfter(4) })
  const page = await startRehearsalPage({ host, port, productUrl, slackUrl: slackAt.url, kakao, mail, sms, hospital })

  return {
    pageUrl: page.url,
    environment: {
      SLACK_API_URL: slackAt.apiUrl,
      SLACK_BOT_TOKEN: secrets.slackToken,
      SLACK_SIGNING_SECRET: secrets.slack,
      KAKAO_API_URL: kakaoAt.url,
      KAKAO_SKILL_SECRET: secrets.skill,
      KAKAO_BOT_ID: BOT_ID,
      KAKAO_REST_API_KEY: secrets.kakaoKey,
      KAKAO_EVENT_NAME: EVENT_NAME,
      SMTP_URL: mailAt.url,
      MAIL_FROM: 'sori@hanbit.example',
      SOLAPI_API_URL: smsAt.url,
      SOLAPI_API_KEY: smsAccount.apiKey,
      SOLAPI_API_SECRET: smsAccount.apiSecret,
      SOLAPI_SENDER: smsAccount.sender,
      WIDGET_ALLOWED_ORIGINS: [page.url, page.url.replace(host, 'localhost')].join(','),
    },
    slack,
    kakao,
    mail,
    sms,
    async stop() {
      await page.stop()
      await Promise.all([slack.stop(), kakao.stop(), mail.stop(), sms.stop()])
    },
  }
}

function blocksOf({ kakao: { photoBlockId } }: Hospital): readonly SimulatedBlock[] {
  if (photoBlockId === undefined) return defaultBlocks
  const secureImages = {
    parameter: 'photos',
    prompt: '보내실 사진을 골라 주세요. 그만두시려면 "사진 그만"이라고 적어 주세요.',
  }
  const fixedText = '사진 보내기를 그만두었습니다. 아무 말씀이나 적어 주시면 이어서 도와드립니다.'
  return [
    ...defaultBlocks,
    { id: photoBlockId, name: '사진 블록', kind: 'command', utterances: [], secureImages },
    { id: '65aa0000000000000000000b', name: '탈출 블록', kind: 'escape', utterances: ['사진 그만'], fixedText },
  ]
}

function channelsOf(hospital: Hospital) {
  const rooms = hospital.departments.map(({ name, slackChannel }) => ({ id: slackChannel, name, isPrivate: true }))
  const { dutyChannel } = hospital.coordination
  return rooms.some(({ id }) => id === dutyChannel)
    ? rooms
    : [...rooms, { id: dutyChannel, name: '당직', isPrivate: true }]
}

function secret(): string {
  return randomBytes(24).toString('base64url')
}
