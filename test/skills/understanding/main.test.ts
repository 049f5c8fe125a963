import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'

const MAIN = fileURLToPath(new URL('../../../skills/understanding/main.ts', import.meta.url))

function run(lines: readonly string[], ...flags: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [MAIN, ...flags], {
    input: lines.join('\n'),
    encoding: 'utf8',
  })
  const answers = stdout
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line))
  return { answers, stderr, status }
}

describe('the understand command', () => {
  it('answers each line in order, with spans in UTF-16 units', () => {
    const { answers, status } = run([
      '{"id":"a","text":"간호사가 반말했어요","channel":"kakao","lang":"ko"}',
      '',
      '{"id":2,"text":"😡 010-0000-1234로 연락 주세요"}',
    ])
    expect(answers).toEqual([
      {
        id: 'a',
        type: 'complaint',
        category: 'staff_attitude',
        department: '간호부',
        urgency: 'normal',
        crisis: null,
        confidence: expect.any(Number),
        abstained: false,
        spans: [],
      },
      expect.objectContaining({ id: 2, spans: [{ start: 3, end: 16, type: 'phone' }] }),
    ])
    expect(status).toBe(0)
  })

  it('names what is wrong with a line, never its text, goes on, and ends with exit code 1', () => {
    const { answers, status } = run(['비밀 {', '{"id":"b"}', '{"id":"c","text":"주차장이 좁아요"}'])
    expect(answers).toEqual([
      { error: { line: 1, message: 'not JSON' } },
      { error: { line: 2, message: expect.stringContaining('text') } },
      expect.objectContaining({ id: 'c', category: 'parking_guidance' }),
    ])
    expect(status).toBe(1)
  })

  it('says that no model is configured and goes on with rules', () => {
    const { answers, stderr, status } = run(['{"id":"a","text":"주차장이 좁아요"}'], '--model')
    expect(stderr).toContain('No model is configured')
    expect([answers.length, status]).toEqual([1, 0])
  })
})
