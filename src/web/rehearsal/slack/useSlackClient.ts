import { useState } from 'preact/hooks'

import type { SeenWorkspace } from '../../../rehearsal/slack/state/seen.ts'
import { postJson } from '../postJson.ts'
import { texts } from '../texts.ts'
import type { ActAnswer, PersonAct, Question, SlackClient } from './slackClient.ts'

type Asked = { readonly question: Question; readonly answer: (isYes: boolean) => void }

/** Acting as one person: what they do, what they are asked first, and what went wrong last. */
export function useSlackClient(slackUrl: string, me: string, state: SeenWorkspace) {
  const [asked, setAsked] = useState<Asked>()
  const [problem, setProblem] = useState<string>()

  async function act(deed: PersonAct): Promise<ActAnswer | undefined> {
    const posted = await postJson<ActAnswer>(`${slackUrl}/standin/act`, { as: me, ...deed })
    setProblem(posted.ok ? findProblem(posted.value) : `${texts.failed}${posted.problem}`)
    return posted.ok ? posted.value : undefined
  }

  const client: SlackClient = {
    act,
    ask: (question) => new Promise((resolve) => setAsked({ question, answer: resolve })),
    nameOf: (id) => (id === state.app.userId ? 'Sori' : (state.users.find((user) => user.id === id)?.name ?? id)),
    channelNameOf: (id) => state.channels.find((channel) => channel.id === id)?.name ?? id,
  }
  const answerQuestion = (isYes: boolean): void => {
    asked?.answer(isYes)
    setAsked(undefined)
  }
  return { client, question: asked?.question, answerQuestion, problem }
}

/** Slack's client marks what the app did not answer in time, or not with success. */
function findProblem({ status, problem }: ActAnswer): string | undefined {
  const isFine = (status >= 200 && status < 300) || problem === 'not_sent'
  return isFine && (problem === undefined || problem === 'not_sent') ? undefined : texts.slack.appFailed
}
