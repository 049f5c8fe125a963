import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'

import type { KakaoUser } from 'kakao-chatbot-skill-sdk/simulator'

import { SAMPLE_HOSPITAL_FILE, readHospitalFile } from '../../src/hospital/readHospitalFile.ts'
import { createRehearsal, type Rehearsal } from '../../src/rehearsal/createRehearsal.ts'
import { freePort } from '../support/freePort.ts'
import { AGREES } from '../support/patient.ts'
import { type ProductProcess, startProduct } from '../support/productProcess.ts'
import { makeTestFolder, removeTestFolder } from '../support/testFolder.ts'

/**
 * `node test/bench/kakaoTurns.ts [--rate 20] [--seconds 30]`: how fast the product is, as a process with its embedded
 * database and the stand-ins apart from it. Turns come at a steady rate, whether or not earlier ones were answered.
 */
const { values } = parseArgs({
  options: { rate: { type: 'string', default: '20' }, seconds: { type: 'string', default: '30' } },
})
const RATE_PER_SECOND = Number(values.rate)
const SECONDS = Number(values.seconds)
const QUIET_FILINGS = 5
const PEOPLE = 50
const STORY = '어제 오후에 원무과 수납에서 한 시간 넘게 기다렸어요'
const NUMBER = /V\d\d-[0-9A-Z]{7}/

/** What a patient does next, and what they are asked afterwards. */
type Patient = { readonly phone: KakaoUser; prompt: string | undefined; isBusy: boolean }

const folder = await makeTestFolder()
const port = await freePort()
const productUrl = `http://127.0.0.1:${port}`
const hospital = readHospitalFile(SAMPLE_HOSPITAL_FILE)
const rehearsal = await createRehearsal({ productUrl, hospital, host: '127.0.0.1', port: 0 })
let product: ProductProcess | undefined
try {
  const first = await startTimed()
  await product?.end('SIGTERM')
  const again = await startTimed()
  const cards = await timeCards()
  const { turns, failures } = await timeTurns()
  console.table({
    'ready on a new folder': summarize([first]),
    'ready on existing data': summarize([again]),
    'number shown → card in Slack': summarize(cards),
    [`turn at ${RATE_PER_SECOND}/s for ${SECONDS} s`]: summarize(turns),
  })
  console.log(`turns without an answer or with an apology: ${failures}`)
} finally {
  await product?.end('SIGTERM')
  await rehearsal.stop()
  await removeTestFolder(folder)
}

async function startTimed(): Promise<number> {
  const since = performance.now()
  const own = { NODE_ENV: 'test', PORT: String(port), DATA_DIR: folder, DATABASE_URL: '', LOG_LEVEL: 'info' }
  product = startProduct({ ...rehearsal.environment, ...own })
  while (!(await isReady())) await pause(5)
  return performance.now() - since
}

async function isReady(): Promise<boolean> {
  return fetch(`${productUrl}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )
}

/** Filings one at a time, each with time for Slack's pace in between. */
async function timeCards(): Promise<readonly number[]> {
  const times: number[] = []
  for (let index = 0; index < QUIET_FILINGS; index += 1) {
    const patient = newPatient(`quiet-${index}`)
    let number: string | undefined
    while (number === undefined) number = NUMBER.exec((await takeTurn(patient)) ?? '')?.[0]
    const shownAt = performance.now()
    while (!hasCard(rehearsal, number)) await pause(2)
    times.push(performance.now() - shownAt)
    await pause(1_500)
  }
  return times
}

async function timeTurns(): Promise<{ readonly turns: readonly number[]; readonly failures: number }> {
  const patients = Array.from({ length: PEOPLE }, (_, index) => newPatient(`bench-${index}`))
  const turns: number[] = []
  let failures = 0
  const underWay: Promise<void>[] = []
  const take = async (patient: Patient, dueAt: number): Promise<void> => {
    const shown = await takeTurn(patient)
    turns.push(performance.now() - dueAt)
    if (shown === undefined || shown.includes('잠시 뒤에')) failures += 1
  }
  const begin = performance.now()
  for (let index = 0; index < RATE_PER_SECOND * SECONDS; index += 1) {
    const dueAt = begin + (index * 1000) / RATE_PER_SECOND
    await pause(Math.max(0, dueAt - performance.now()))
    const patient = patients.find(({ isBusy }) => !isBusy)
    if (!patient) throw new Error('Everybody is still waiting for an answer.')
    // To the end of the queue, so that no one person files without a breath.
    patients.push(...patients.splice(patients.indexOf(patient), 1))
    underWay.push(take(patient, dueAt))
  }
  await Promise.all(underWay)
  return { turns, failures }
}

function newPatient(id: string): Patient {
  return { phone: rehearsal.kakao.user(id), prompt: undefined, isBusy: false }
}

/** Says or taps what comes next. @returns what the phone then shows */
async function takeTurn(patient: Patient): Promise<string | undefined> {
  patient.isBusy = true
  const label = AGREES[patient.prompt ?? '']
  const shown = await (label === undefined ? patient.phone.say(STORY) : patient.phone.tapQuickReply(label))
  const prompt = shown?.data['prompt']
  patient.prompt = typeof prompt === 'string' ? prompt : undefined
  patient.isBusy = false
  return shown && JSON.stringify(shown.outputs)
}

function hasCard({ slack }: Rehearsal, number: string): boolean {
  return hospital.departments.some(({ slackChannel }) =>
    slack.channel(slackChannel).messages.some(({ metadata }) => metadata?.event_payload['number'] === number),
  )
}

/** Milliseconds, rounded. */
function summarize(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN)
  return { count: sorted.length, p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) }
}
