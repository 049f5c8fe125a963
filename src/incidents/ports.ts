import type { Covered } from '../consent/coverage.ts'
import type { Incident, IncidentContact, IncidentLine, NewIncident } from './incident.ts'

/** What a turn can do to incidents. */
export type IncidentTx = {
  insertIncident(incident: NewIncident): Promise<void>
  /**
   * Seals where the person is and how to call them, under a key of its own; an earlier contact of the incident goes.
   * @returns false when there is no such incident
   */
  keepIncidentContact(number: string, contact: Covered<IncidentContact, 'record'>, at: Date): Promise<boolean>
  /** Notes which ticket was filed in the same conversation; the first stays. */
  linkIncident(number: string, ticketNumber: string): Promise<void>
}

/** Incidents, outside a turn. */
export type IncidentStore = {
  /** The incidents since then, latest first; at most `limit`. */
  listIncidents(since: Date, limit: number): Promise<readonly IncidentLine[]>
  findIncident(number: string): Promise<Incident | undefined>
  /** Undefined where none was given, or its time is over. @throws when it cannot be decrypted */
  readIncidentContact(number: string): Promise<IncidentContact | undefined>
  /** Notes who looked first; later ones change nothing. */
  openIncident(number: string, slackUserId: string, at: Date): Promise<void>
  /** Destroys contacts past their time, each with its key. @returns how many went */
  dropExpired(now: Date): Promise<number>
}
