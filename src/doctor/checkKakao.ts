import { validateResponse } from 'kakao-chatbot-skill-sdk'

import type { Config } from '../config.ts'
import { type Finding, findingsOf } from './finding.ts'

const CALL_TIMEOUT_MS = 5_000
/** KakaoTalk gives up after five seconds, the way there and back included. */
const SLOW_MS = 3_500
const SECRET_MIN_CHARS = 16
const { well, look, mend } = findingsOf('KakaoTalk')

/** Calls our own skill by its public address, as KakaoTalk does, and looks at what can be seen of the rest. */
export async function checkKakao(config: Config): Promise<readonly Finding[]> {
  const { KAKAO_SKILL_SECRET, KAKAO_BOT_ID, KAKAO_REST_API_KEY, PUBLIC_URL } = config
  if (KAKAO_SKILL_SECRET === undefined) return [look('is not set up', 'Set KAKAO_SKILL_SECRET; see docs/kakao.md.')]
  return [
    ...(KAKAO_SKILL_SECRET.length < SECRET_MIN_CHARS
      ? [mend('the skill secret is short', `Use at least ${SECRET_MIN_CHARS} random characters.`)]
      : []),
    ...(KAKAO_BOT_ID === undefined
      ? [look('any bot that knows the secret is answered', 'Set KAKAO_BOT_ID to the id of your bot.')]
      : []),
    ...(KAKAO_REST_API_KEY === undefined
      ? [
          look(
            'answers wait for the person’s next message',
            'Set KAKAO_REST_API_KEY and KAKAO_EVENT_NAME to speak first.',
          ),
        ]
      : [
          look(
            'the Event API can only be seen by sending',
            'Add the channel as a friend, file a complaint, and answer it.',
          ),
        ]),
    ...(PUBLIC_URL === undefined
      ? [look('has no public address to be called at', 'Set PUBLIC_URL; KakaoTalk calls PUBLIC_URL/kakao/skill.')]
      : await callSkill(PUBLIC_URL, KAKAO_SKILL_SECRET, KAKAO_BOT_ID ?? 'doctor')),
  ]
}

async function callSkill(publicUrl: string, secret: string, botId: string): Promise<readonly Finding[]> {
  const address = new URL('/kakao/skill', publicUrl)
  const before = Date.now()
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-skill-secret': secret },
      body: JSON.stringify(testCall(botId)),
      redirect: 'error',
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    })
    const tookMs = Date.now() - before
    if (response.status !== 200)
      return [mend(`the skill answered ${response.status}`, 'Check the secret, the bot id and the proxy.')]
    const problems = validateResponse(await response.json())
    if (problems.length > 0)
      return [mend('the skill’s answer breaks a limit', 'Something between KakaoTalk and us changes it.')]
    if (tookMs > SLOW_MS)
      return [mend(`the skill took ${tookMs} ms`, 'KakaoTalk waits five seconds in all: look at the network.')]
    return [well(`the skill answers at ${address.href} in ${tookMs} ms`)]
  } catch {
    return [mend(`nothing answers at ${address.href}`, 'Start the product, and let the address through to it.')]
  }
}

// What the admin centre's "스킬서버로 전송" sends: answered as a test, so that nobody is called and nothing is filed.
function testCall(botId: string): object {
  return {
    userRequest: {
      utterance: '도움말',
      lang: 'ko',
      timezone: 'Asia/Seoul',
      params: { ignoreMe: 'true' },
      user: { id: 'doctor', type: 'accountId', properties: {} },
    },
    bot: { id: botId, name: 'doctor' },
    action: { id: 'doctor', name: 'doctor', params: {}, detailParams: {}, clientExtra: {} },
    contexts: [],
  }
}
