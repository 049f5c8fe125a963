import type { DialogPorts } from '../../dialogs/turn.ts'
import type { RateLimit } from '../../src/live/live.ts'

const HOUR_S = 60 * 60
/** More dangers in an hour than one person on duty can look into one by one. */
const PAGES = { points: 12, perSeconds: HOUR_S }
/** For conversations that are written down, apart, so that strangers cannot use it up. */
const PAGES_OF_KNOWN = { points: 24, perSeconds: HOUR_S }
/** While there are more, one call for all of them every ten minutes. */
const SUMMARIES = { points: 1, perSeconds: 10 * 60 }

/**
 * The house's budget for calling the person on duty, so that nobody can drown real dangers in invented ones. Whatever comes
 * over it is covered by a summary that is at most ten minutes old.
 */
export function createDangerBudget(
  rateLimit: RateLimit,
  log: { warn(fields: object, message: string): void },
): DialogPorts['takeDangerPage'] {
  return async ({ isKnown }) => {
    const page = isKnown ? rateLimit.take('danger:known', PAGES_OF_KNOWN) : rateLimit.take('danger:stranger', PAGES)
    if ((await page).allowed) return 'page'
    if ((await rateLimit.take('danger:summary', SUMMARIES)).allowed) return 'summary'
    log.warn({ code: 'danger_page_folded' }, 'a danger is covered by the summary that was paged before')
    return 'folded'
  }
}
