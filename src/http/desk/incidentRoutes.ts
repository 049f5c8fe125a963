import type { Request, RequestHandler, Server } from 'restify'

import { findStaffBySlackUser, type Hospital } from '../../hospital/hospital.ts'
import type { Incident, IncidentContact, IncidentLine } from '../../incidents/incident.ts'
import { mayOpenIncident } from '../../incidents/mayOpenIncident.ts'
import { isIncidentNumber } from '../../tickets/ticketNumber.ts'
import { HttpProblem } from '../httpProblem.ts'
import { deskAnswer } from './deskAnswer.ts'
import { demandSameOrigin, demandSession } from './deskGuard.ts'
import type { DeskRoutesDependencies } from './deskRoutes.ts'
import type { Viewer } from './ticketPage.ts'

const MAX_LISTED = 50
const LISTED_FOR_MS = 7 * 24 * 60 * 60_000

/** Who looked first. `name` is absent for one who has left the hospital file. */
type Opened = { readonly by: string | undefined; readonly at: string }

/** A danger in the list: that there is one, and whether somebody looked. Times are ISO 8601. */
export type IncidentRow = { readonly number: string; readonly at: string; readonly opened: Opened | undefined }

/** A danger as those on duty see it. */
export type IncidentPage = IncidentRow &
  Pick<Incident, 'crisis' | 'channel' | 'language' | 'follows' | 'ticketNumber' | 'contactState'> & {
    readonly contact: Pick<IncidentContact, 'place' | 'phone'> | undefined
  }

type Dependencies = Pick<
  DeskRoutesDependencies,
  'hospital' | 'signIn' | 'incidents' | 'audit' | 'publicUrl' | 'now' | 'clientAddress'
>

/** Adds the routes that show dangers to those on duty. Nobody else learns that there are any. */
export function addIncidentRoutes(server: Server, dependencies: Dependencies): void {
  const { hospital, signIn, incidents, publicUrl, now, clientAddress } = dependencies

  function forDuty(work: (request: Request, viewer: Viewer) => Promise<object>): RequestHandler {
    return deskAnswer(async (request) => {
      demandSameOrigin(request, publicUrl)
      const { person } = await demandSession(request, signIn)
      if (!mayOpenIncident(hospital, person))
        throw new HttpProblem(403, 'not_allowed', 'Dangers are shown to those on duty.')
      return { status: 200, body: await work(request, { person, address: clientAddress(request) }) }
    })
  }

  const path = '/desk/api/incidents'
  server.get(
    path,
    forDuty(async () => {
      const listed = await incidents.listIncidents(new Date(now().getTime() - LISTED_FOR_MS), MAX_LISTED)
      return { incidents: listed.map((line) => rowOf(hospital, line)) }
    }),
  )
  server.get(
    `${path}/:number`,
    forDuty(async (request, viewer) => openIncident(dependencies, String(request.params.number), viewer)),
  )
}

// In danger nobody is kept by a question for a reason; who looked is in the access log before anything is given out.
async function openIncident(
  { hospital, incidents, audit, now }: Dependencies,
  number: string,
  { person, address }: Viewer,
): Promise<IncidentPage> {
  const found = isIncidentNumber(number) ? await incidents.findIncident(number) : undefined
  if (!found) throw new HttpProblem(404, 'not_found', 'No danger has this number.')
  await audit.append({
    at: now(),
    who: person.slackUserId,
    surface: 'desk',
    address,
    ticketId: undefined,
    ticketNumber: number,
    action: 'seen',
    field: 'incident',
    reason: undefined,
  })
  await incidents.openIncident(number, person.slackUserId, now())
  const contact = found.contactState === 'given' ? await incidents.readIncidentContact(number) : undefined
  const { crisis, channel, language, follows, ticketNumber, contactState } = found
  const seen = found.openedBy === undefined ? { ...found, openedBy: person.slackUserId, openedAt: now() } : found
  return { ...rowOf(hospital, seen), crisis, channel, language, follows, ticketNumber, contactState, contact }
}

function rowOf(hospital: Hospital, { number, at, openedBy, openedAt }: IncidentLine): IncidentRow {
  const opened =
    openedBy !== undefined && openedAt
      ? { by: findStaffBySlackUser(hospital, openedBy)?.name, at: openedAt.toISOString() }
      : undefined
  return { number, at: at.toISOString(), opened }
}
