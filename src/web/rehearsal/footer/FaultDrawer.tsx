import { useEffect, useState } from 'preact/hooks'

import { postJson } from '../postJson.ts'
import { texts } from '../texts.ts'

/** A fault one can switch on, as the Slack stand-in's control API takes it. */
type Switch = {
  readonly name: string
  readonly about: string
  readonly fault: { readonly mode: string; readonly seconds: number; readonly times?: number }
}

const switches: readonly Switch[] = [
  {
    name: '500',
    about: '받아 놓고 500으로 답합니다 (30초)',
    fault: { mode: 'error500AfterAccept', seconds: 30 },
  },
  { name: '429', about: '너무 잦다고 미룹니다 (20초)', fault: { mode: 'rateLimit', seconds: 20 } },
  { name: '멈춤', about: '대답 없이 붙들고 있습니다 (30초)', fault: { mode: 'hang', seconds: 30 } },
  { name: '끊김', about: 'Slack이 사라집니다 (60초)', fault: { mode: 'away', seconds: 60 } },
]

/** Switches that make Slack fail. */
export function FaultDrawer({ slackUrl }: { readonly slackUrl: string }) {
  const [active, setActive] = useState<Switch>()
  const [problem, setProblem] = useState<string>()

  useEffect(() => {
    if (active === undefined) return undefined
    const timer = setTimeout(() => setActive(undefined), active.fault.seconds * 1000)
    return () => clearTimeout(timer)
  }, [active])

  async function set(next: Switch | undefined): Promise<void> {
    const posted = await postJson(`${slackUrl}/standin/faults`, next?.fault ?? { clear: true })
    setProblem(posted.ok ? undefined : posted.problem)
    if (posted.ok) setActive(next && { ...next })
  }

  return (
    <details class="drawer drawer-end" data-testid="faults">
      <summary>
        <b>{texts.faults.heading}</b>
        {active && <span class="fault-on">{active.name}</span>}
      </summary>
      <div class="drawer-body">
        <p>{texts.faults.about}</p>
        <ul class="faults">
          {switches.map((one) => (
            <li key={one.name}>
              <button
                type="button"
                data-testid={`fault-${one.fault.mode}`}
                aria-pressed={active?.name === one.name}
                onClick={() => void set(one)}
              >
                {one.name}
              </button>{' '}
              {one.about}
            </li>
          ))}
        </ul>
        <p role="status">
          {problem === undefined ? statusOf(active) : `${texts.failed}${problem}`}{' '}
          <button type="button" data-testid="fault-clear" onClick={() => void set(undefined)}>
            {texts.faults.clear}
          </button>
        </p>
      </div>
    </details>
  )
}

function statusOf(active: Switch | undefined): string {
  return active ? `${texts.faults.active}${active.name}` : texts.faults.none
}
