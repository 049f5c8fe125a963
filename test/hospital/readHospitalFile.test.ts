import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { departmentOrCoordinator } from '../../src/hospital/hospital.ts'
import { HospitalFileError, readHospitalFile, SAMPLE_HOSPITAL_FILE } from '../../src/hospital/readHospitalFile.ts'
import { makeTestFolder, removeTestFolder } from '../support/testFolder.ts'

let folder: string
let sample: string

beforeAll(async () => {
  folder = await makeTestFolder()
  sample = await readFile(SAMPLE_HOSPITAL_FILE, 'utf8')
})
afterAll(() => removeTestFolder(folder))

async function problemsOf(text: string): Promise<readonly string[]> {
  const path = join(folder, 'hospital.yaml')
  await writeFile(path, text)
  try {
    readHospitalFile(path)
    return []
  } catch (error) {
    if (error instanceof HospitalFileError) return error.problems
    throw error
  }
}

describe('the hospital file', () => {
  it('is complete in the sample', () => {
    const hospital = readHospitalFile(SAMPLE_HOSPITAL_FILE)
    expect(departmentOrCoordinator(hospital, '원무과').slackChannel).toBe('C0ADMIN00')
    expect(departmentOrCoordinator(hospital, '없는 부서').name).toBe('고객상담실')
  })

  it.each([
    [
      'a category of no department',
      (text: string) => text.replace('meal: { department: 영양과', 'meal: { department: 식당'),
      'categories.meal.department',
    ],
    [
      'a person of no department',
      (text: string) => text.replace('departments: [간호부]', 'departments: [간호]'),
      'staff.4.departments.0',
    ],
    ['a missing helpline', (text: string) => text.replace("id: '109'", "id: '1090'"), 'helplines'],
    ['a missing category', (text: string) => text.replace(/ {2}privacy: .*\n/, ''), 'categories.privacy'],
    [
      'a channel name in place of its id',
      (text: string) => text.replace('C0ADMIN00', '"#admin"'),
      'departments.1.slackChannel',
    ],
    [
      'a question without an English answer',
      (text: string) => text.replace(/ {6}en: Parking is free.*\n/, ''),
      'faq.0.answer.en',
    ],
    ['a question nobody can ask', (text: string) => text.replace(/ko: \[주차 요금.*\]/, 'ko: []'), 'faq.0.asks.ko'],
    ['a question twice', (text: string) => text.replace('id: parking_place', 'id: parking_fee'), 'faq'],
    [
      'an answer longer than a bubble',
      (text: string) => text.replace('진료받으신 날은', '진'.repeat(401)),
      'faq.0.answer.ko',
    ],
    ['no YAML', () => '{{{', ''],
  ])('is refused with %s, saying where', async (_name, spoil, where) => {
    const problems = await problemsOf(spoil(sample))
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.join('\n')).toContain(where)
  })
})
