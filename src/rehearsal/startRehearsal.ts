import { type Config, readConfig } from '../config.ts'
import { readHospitalFile } from '../hospital/readHospitalFile.ts'
import { findFreePort } from '../http/findFreePort.ts'
import { createRehearsal } from './createRehearsal.ts'

/** The rehearsal around one product process. */
export type StartedRehearsal = {
  /** The product's configuration, pointed at the stand-ins. */
  readonly config: Config
  /** What to tell the person at the terminal. */
  readonly invitation: string
  stop(): Promise<void>
}

/** Starts the stand-ins beside the product, on loopback, on the ports after the product's own. */
export async function startRehearsal(
  config: Config,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<StartedRehearsal> {
  const host = '127.0.0.1'
  const port = config.PORT === 0 ? await findFreePort(host) : config.PORT
  const productUrl = `http://${host}:${port}`
  const hospital = readHospitalFile(config.HOSPITAL_FILE)
  const rehearsal = await createRehearsal({ productUrl, hospital, host, port: config.PORT === 0 ? 0 : port + 1 })
  const rehearsed = readConfig({ ...environment, ...rehearsal.environment, PORT: String(port) })
  return { config: rehearsed, invitation: invite(productUrl, rehearsal.pageUrl), stop: () => rehearsal.stop() }
}

function invite(productUrl: string, pageUrl: string): string {
  return [
    '',
    `  Sori is ready. Everything around it is rehearsed; nothing leaves this machine.`,
    '',
    `  The whole loop   ${pageUrl}`,
    `  The website      ${productUrl}/`,
    `  The desk page    ${productUrl}/desk`,
    '',
  ].join('\n')
}
