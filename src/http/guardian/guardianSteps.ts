import type { ConsentPurpose } from '../../consent/consent.ts'
import type { Notice } from '../../consent/notice.ts'
import { describeError } from '../../describeError.ts'
import type { GuardianAnswers, GuardianRequest } from '../../guardian/guardianRequest.ts'
import type { Limit, RateLimit } from '../../live/live.ts'
import type { Language } from '../../tickets/ticket.ts'
import { findMissing, readConsentChoices } from '../consent/consentForm.ts'
import type { GuardianConsents } from './guardianConsents.ts'
import type { CodeStep, GuardianPages } from './guardianPages.ts'

/** A family has one phone; whoever guesses at a code gets fifty tries a day in all. */
const LIMITS = {
  codes: { points: 3, perSeconds: 600 },
  codesADay: { points: 10, perSeconds: 24 * 60 * 60 },
  tries: { points: 20, perSeconds: 600 },
} as const satisfies Record<string, Limit>

export type GuardianStepsDependencies = {
  readonly consents: GuardianConsents
  /** The notices that are put to a guardian now, in order; none for what is not asked here. */
  readonly noticesNow: (language: Language) => readonly Notice[]
  readonly statementNow: (language: Language) => Notice<'guardian'>
  readonly rateLimit: RateLimit
  readonly log: { info(fields: object, message: string): void; error(fields: object, message: string): void }
}

/** One call, once its link was found good. */
export type GuardianCall = {
  readonly request: GuardianRequest
  readonly path: string
  readonly language: Language
  readonly body: URLSearchParams
}

/** What to show; a page drawn, and its status. */
export type Shown = { readonly status: number; readonly body: string }

/** The steps of a guardian's page, each of one call: the code, its check, the answers. */
export function createGuardianSteps(deps: GuardianStepsDependencies, pages: GuardianPages) {
  const { consents, rateLimit } = deps

  // Who was shown other notices than those that now hold proves the contact once more, and is shown them.
  function shownNow(): string {
    return [...deps.noticesNow('ko'), deps.statementNow('ko')].map(({ version }) => version).join()
  }

  async function codePage(
    { request, path, language }: GuardianCall,
    status: number,
    note: Omit<CodeStep, 'contactKind'>,
  ) {
    const contactKind = await consents.contactKind(request)
    if (contactKind === undefined) return { status: 410, body: pages.end(language, 'already') }
    return { status, body: pages.code(language, path, { contactKind, ...note }) }
  }

  async function sendCode(call: GuardianCall): Promise<Shown> {
    const { id } = call.request
    for (const limit of [LIMITS.codes, LIMITS.codesADay]) {
      const { allowed, retryAfterSeconds } = await rateLimit.take(`guardian:code:${id}`, limit)
      if (!allowed) return codePage(call, 429, { note: 'too_many', retryAfterSeconds })
    }
    try {
      await consents.sendCode(call.request, call.language)
      return await codePage(call, 200, { note: 'sent' })
    } catch (error) {
      deps.log.error(describeError(error), 'a code for a guardian could not be sent')
      return codePage(call, 502, { note: 'not_sent' })
    }
  }

  async function checkCode(call: GuardianCall): Promise<Shown> {
    const { allowed, retryAfterSeconds } = await rateLimit.take(`guardian:try:${call.request.id}`, LIMITS.tries)
    if (!allowed) return codePage(call, 429, { note: 'too_many', retryAfterSeconds })
    const code = (call.body.get('code') ?? '').replaceAll(/\s/g, '')
    const proof = /^\d{6}$/.test(code) ? await consents.prove(call.request, code, shownNow()) : undefined
    if (proof === undefined) return codePage(call, 403, { note: 'wrong' })
    return { status: 200, body: answerPage(call, proof, false) }
  }

  function answerPage({ path, language, body }: GuardianCall, proof: string, wasSent: boolean): string {
    const notices = deps.noticesNow(language)
    const purposes = notices.map(({ purpose }) => purpose)
    const choices = readConsentChoices(body, purposes)
    const hasStated = body.get('guardian') === 'yes'
    return pages.answer(language, path, {
      notices,
      statement: deps.statementNow(language),
      proof,
      choices,
      missing: wasSent ? findMissing(choices, purposes) : [],
      hasStated,
      lacksStatement: wasSent && choices.collect !== false && !hasStated,
    })
  }

  async function takeAnswer(call: GuardianCall): Promise<Shown> {
    const { request, language, body } = call
    const proof = body.get('proof') ?? ''
    if (!consents.isProved(request, proof, shownNow())) return codePage(call, 403, { note: 'expired' })
    const answers = readAnswers(
      body,
      deps.noticesNow(language).map(({ purpose }) => purpose),
    )
    if (!answers) return { status: 400, body: answerPage(call, proof, true) }
    const isFirst = await consents.answer(request, answers, language)
    if (!isFirst) return { status: 410, body: pages.end(language, 'already') }
    deps.log.info({ agreed: answers.collect }, 'a guardian answered')
    return { status: 200, body: pages.end(language, answers.collect ? 'agreed' : 'refused') }
  }

  return {
    /** What a link shows when it is opened. */
    open: (call: GuardianCall): Promise<Shown> => codePage(call, 200, {}),
    sendCode,
    checkCode,
    takeAnswer,
  }
}

/** A whole answer; undefined while something is still to be chosen. Only a yes needs the statement. */
function readAnswers(body: URLSearchParams, purposes: readonly ConsentPurpose[]): GuardianAnswers | undefined {
  const choices = readConsentChoices(body, purposes)
  const { collect } = choices
  if (collect === undefined || findMissing(choices, purposes).length > 0) return undefined
  if (!collect) return { collect }
  return body.get('guardian') === 'yes' ? { ...choices, collect } : undefined
}
