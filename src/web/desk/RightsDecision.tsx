import { useState } from 'preact/hooks'

import type { CarryOutRequest, RefuseRequest } from '../../http/desk/rightsDecision.ts'
import type { ShownRequest } from '../../http/desk/shownRequest.ts'
import type { TicketPage as Page } from '../../http/desk/ticketPage.ts'
import { ReasonForm } from './ReasonForm.tsx'
import { fill, type Texts, useTexts } from './texts.ts'

const DECISIONS = ['carry-out', 'refuse'] as const

/** What a privacy officer can decide about a request; the last part of its route. */
export type Decision = (typeof DECISIONS)[number]

const REASONS = {
  'carry-out': ['no_duty', 'case_over', 'other'],
  refuse: ['law', 'others_rights', 'case_open', 'other'],
} as const satisfies {
  readonly 'carry-out': readonly CarryOutRequest['reason'][]
  readonly refuse: readonly RefuseRequest['reason'][]
}

/** Tells whether a step is one of these. */
export function isDecision(step: string): step is Decision {
  return DECISIONS.some((decision) => decision === step)
}

type Props = {
  readonly page: Page
  readonly isBusy: boolean
  /** Takes the decision on the ticket as the page shows it. @returns whether it was done */
  readonly onDecide: (decision: Decision, body: object) => Promise<boolean>
}

/** The privacy officer's decision on a request: each asks for a reason, says what it comes to, and waits for a second press. */
export function RightsDecision({ page, isBusy, onDecide }: Props) {
  const texts = useTexts()
  const [asking, setAsking] = useState<Decision>()
  const { decision } = texts
  const { request, may } = page

  async function decide(reason: string, note: string | undefined): Promise<void> {
    if (asking === undefined) return
    if (await onDecide(asking, { reason, ...(note === undefined ? {} : { note }) })) setAsking(undefined)
  }

  return (
    <section class="card" aria-labelledby="decision-title">
      <h2 id="decision-title">{decision.title}</h2>
      {request && request.targets.length > 0 && <Targets request={request} texts={texts} />}
      {asking === undefined ? (
        <div class="buttons">
          {may.carryOut && (
            <button type="button" disabled={isBusy} onClick={() => setAsking('carry-out')}>
              {decision.carryOut[request?.right === 'withdraw' ? 'withdraw' : 'erase']}
            </button>
          )}
          {may.refuse && (
            <button type="button" disabled={isBusy} onClick={() => setAsking('refuse')}>
              {decision.refuse}
            </button>
          )}
        </div>
      ) : (
        <ReasonForm
          key={asking}
          reasons={REASONS[asking]}
          isBusy={isBusy}
          confirm={asking === 'refuse' ? decision.confirm.refuse : decision.confirm.carryOut}
          onGive={(reason, note) => void decide(reason, note)}
          onCancel={() => setAsking(undefined)}
        >
          <p class="notice warn">{sureText(asking, request, texts)}</p>
          <p class="quiet">{asking === 'refuse' ? decision.refuseHint : decision.carryOutHint}</p>
        </ReasonForm>
      )}
    </section>
  )
}

function Targets({ request, texts }: { readonly request: ShownRequest; readonly texts: Texts }) {
  const { decision, state } = texts
  return (
    <>
      <h3>{decision.targets}</h3>
      <ul class="targets">
        {request.targets.map((target) => (
          <li key={target.number}>
            {target.number} · {state[target.state]}{' '}
            {target.because !== undefined && <span class="quiet">{decision.because[target.because]}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

function sureText(asking: Decision, request: ShownRequest | undefined, { decision }: Texts): string {
  if (asking === 'refuse') return decision.refuseSure
  const numbers = request?.targets.map(({ number }) => number).join(', ') ?? ''
  return fill(decision.carryOutSure, { numbers })
}
