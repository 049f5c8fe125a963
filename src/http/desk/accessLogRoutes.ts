import type { Request, RequestHandler, Server } from 'restify'
import { z } from 'zod'

import type { AuditAction, AuditEntry, AuditSurface } from '../../audit/auditEntry.ts'
import { auditMonth } from '../../audit/auditMonth.ts'
import {
  type PersonReview,
  type ReviewedLine,
  reviewLines,
  reviewPeople,
  type Unusual,
} from '../../audit/reviewMonth.ts'
import { findStaffBySlackUser, type Hospital, type StaffMember } from '../../hospital/hospital.ts'
import { HttpProblem } from '../httpProblem.ts'
import { checkBody } from '../readJson.ts'
import { deskAnswer } from './deskAnswer.ts'
import { demandSameOrigin, demandSession } from './deskGuard.ts'
import type { DeskRoutesDependencies } from './deskRoutes.ts'

const LINES_PER_PAGE = 50
/** What nobody reads page by page is looked at person by person. */
const MAX_PAGE = 200

const monthName = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const linesQuery = z.object({
  who: z.string().max(40).optional(),
  page: z.coerce.number().int().min(1).max(MAX_PAGE).default(1),
})

/** A review that was finished: by whom, and when. */
type Finished = { readonly by: string; readonly at: string }

/** The months there is a log of, newest first. */
export type AccessLogMonths = {
  readonly months: readonly { readonly month: string; readonly finished: Finished | undefined }[]
}

/** One month at a glance. `name` is absent for people who are not in the hospital file. */
export type AccessLogMonth = {
  readonly month: string
  readonly isOver: boolean
  readonly finished: Finished | undefined
  readonly people: readonly (PersonReview & { readonly name: string | undefined })[]
}

/** One line of the log as the review shows it. */
export type AccessLogLine = {
  readonly sequence: number
  readonly at: string
  readonly who: string
  readonly name: string | undefined
  readonly action: AuditAction
  readonly ticketNumber: string | undefined
  readonly field: string | undefined
  readonly reason: string | undefined
  readonly surface: AuditSurface
  readonly address: string | undefined
  readonly unusual: readonly Unusual[]
}

/** Lines that are worth a second look come first, then the latest. */
export type AccessLogLines = { readonly lines: readonly AccessLogLine[]; readonly page: number; readonly pages: number }

/** Adds the privacy officer's monthly review of the access log (안전성 확보조치 기준 §8②). Reading it is logged in it. */
export function addAccessLogRoutes(server: Server, dependencies: DeskRoutesDependencies): void {
  const { hospital, signIn, audit, publicUrl, now, clientAddress } = dependencies

  function forOfficer(work: (request: Request, officer: StaffMember) => Promise<object>): RequestHandler {
    return deskAnswer(async (request) => {
      demandSameOrigin(request, publicUrl)
      const { person } = await demandSession(request, signIn)
      if (!person.roles.includes('privacy_officer'))
        throw new HttpProblem(403, 'not_allowed', 'The access log is reviewed by privacy officers.')
      return { status: 200, body: await work(request, person) }
    })
  }

  async function note(request: Request, officer: StaffMember, what: Pick<AuditEntry, 'action' | 'field'>) {
    const whose = { ticketId: undefined, ticketNumber: undefined, reason: undefined }
    const address = clientAddress(request)
    await audit.append({ at: now(), who: officer.slackUserId, surface: 'desk', address, ...whose, ...what })
  }

  async function findFinished(month: string): Promise<Finished | undefined> {
    const review = (await audit.listReviews()).findLast(({ field }) => field === fieldOf(month))
    return review && finished(review, hospital)
  }

  const path = '/desk/api/access-log'
  server.get(
    path,
    forOfficer(async (): Promise<AccessLogMonths> => {
      const reviews = await audit.listReviews()
      const months = await audit.listMonths()
      return {
        months: months.map((month) => {
          const review = reviews.findLast(({ field }) => field === fieldOf(month))
          return { month, finished: review && finished(review, hospital) }
        }),
      }
    }),
  )
  server.get(
    `${path}/:month`,
    forOfficer(async (request, officer): Promise<AccessLogMonth> => {
      const month = demandMonth(request)
      await note(request, officer, { action: 'seen', field: fieldOf(month) })
      const people = await reviewPeople(() => audit.readMonth(month), hospital)
      return {
        month,
        isOver: month < auditMonth(now()),
        finished: await findFinished(month),
        people: people.map((person) => ({ ...person, name: nameOf(person.who, hospital) })),
      }
    }),
  )
  server.get(
    `${path}/:month/lines`,
    forOfficer(async (request, officer): Promise<AccessLogLines> => {
      const month = demandMonth(request)
      const { who, page } = checkBody(linesQuery, Object.fromEntries(new URLSearchParams(request.getQuery())))
      await note(request, officer, { action: 'seen', field: `${fieldOf(month)}:lines` })
      const wanted = { who, from: (page - 1) * LINES_PER_PAGE, count: LINES_PER_PAGE }
      const { lines, total } = await reviewLines(() => audit.readMonth(month), hospital, wanted)
      return {
        lines: lines.map((line) => showLine(line, hospital)),
        page,
        pages: Math.min(MAX_PAGE, Math.max(1, Math.ceil(total / LINES_PER_PAGE))),
      }
    }),
  )
  server.post(
    `${path}/:month/review`,
    forOfficer(async (request, officer) => {
      const month = demandMonth(request)
      if (month >= auditMonth(now())) throw new HttpProblem(409, 'month_not_over', 'The month is not over yet.')
      await note(request, officer, { action: 'reviewed', field: fieldOf(month) })
      return { finished: await findFinished(month) }
    }),
  )
}

const fieldOf = (month: string): string => `access_log:${month}`

function demandMonth(request: Request): string {
  const { data } = monthName.safeParse(request.params.month)
  if (data !== undefined) return data
  throw new HttpProblem(404, 'not_found', 'There is no such month.')
}

function finished({ who, at }: Pick<AuditEntry, 'who' | 'at'>, hospital: Hospital): Finished {
  return { by: nameOf(who, hospital) ?? who, at: at.toISOString() }
}

function nameOf(who: string, hospital: Hospital): string | undefined {
  return findStaffBySlackUser(hospital, who)?.name
}

function showLine(line: ReviewedLine, hospital: Hospital): AccessLogLine {
  const { sequence, at, who, action, ticketNumber, field, reason, surface, address, unusual } = line
  const shown = { sequence, who, action, ticketNumber, field, reason, surface, address, unusual }
  return { ...shown, at: at.toISOString(), name: nameOf(who, hospital) }
}
