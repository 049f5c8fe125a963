import { describe, expect, it } from '@jest/globals'
import { listen, type Listened, type ListenMemory } from '../../../skills/privacy/listen.ts'
import { revealTokens } from '../../../skills/privacy/revealTokens.ts'

const OPTIONS = { publicNumbers: ['02-1234-5678', '1588-0000'] }
const NOTHING: ListenMemory = { vault: [], pending: [] }

/** Says one message after the other in the same conversation. */
function talk(...messages: readonly string[]): { readonly turns: readonly Listened[]; readonly last: Listened } {
  const turns: Listened[] = []
  for (const said of messages) turns.push(listen(said, turns.at(-1) ?? NOTHING, OPTIONS))
  const last = turns.at(-1)
  if (!last) throw new Error('nothing was said')
  return { turns, last }
}

describe('listening to one message', () => {
  it('removes from both forms what may never be kept, and says which kinds', () => {
    const { last } = talk('주민번호 991231-3123456이고 카드는 4111 1111 1111 1111입니다')
    expect(last).toEqual({
      heard: '주민번호 [주민등록번호 삭제됨]이고 카드는 [카드번호 삭제됨]입니다',
      text: '주민번호 [주민등록번호 삭제됨]이고 카드는 [카드번호 삭제됨]입니다',
      vault: [],
      pending: [],
      removed: ['rrn', 'card'],
    })
  })

  it('hears names and numbers as said, and stores tokens whose values lie in the vault', () => {
    const { last } = talk(
      '저는 홍길동입니다. 010-0000-1234, hong@example.com, 12가3456, 환자번호 12345678, 1950년 3월 1일생',
    )
    expect(last.heard).toContain('홍길동입니다. 010-0000-1234')
    expect(last.text).toBe(
      '저는 [이름1]입니다. [전화번호1], [이메일1], [차량번호1], 환자번호 [환자번호1], [생년월일1]생',
    )
    expect(last.vault).toContainEqual({ token: '[전화번호1]', type: 'phone', value: '010-0000-1234' })
    expect(revealTokens(last.text, last.vault)).toBe(last.heard)
    expect(last.removed).toEqual([])
  })

  it('speaks English to English text', () => {
    const { last } = talk('My name is Jane Doe, call 010-0000-1234. Nurse Park was rude.')
    expect(last.text).toBe('My name is [name 1], call [phone number 1]. Nurse [staff 1] was rude.')
  })

  it('gives the same value the same token, however it is written, and another value another', () => {
    const { turns } = talk('010-0000-1234', '공일공 공공공공 일이삼사', '+82 10 0000 1234', '01000005678')
    expect(turns.map(({ text }) => text)).toEqual(['[전화번호1]', '[전화번호1]', '[전화번호1]', '[전화번호2]'])
    expect(turns.at(-1)?.vault).toHaveLength(2)
  })

  it('tells staff from patients, and keeps no value of another patient', () => {
    const { last } = talk('김철수 교수님 말고 이영희 간호사가, 옆 침대 박영수 환자한테 그랬어요')
    expect(last.text).toBe('[직원1] 교수님 말고 [직원2] 간호사가, 옆 침대 [다른 환자] 환자한테 그랬어요')
    expect(last.vault.map(({ type, value }) => [type, value])).toEqual([
      ['staff_name', '김철수'],
      ['staff_name', '이영희'],
    ])
    expect(talk('another patient, Mr. Smith, shouted').last.text).toBe(
      'another patient, Mr. [another patient], shouted',
    )
  })

  it('knows a name again where it stands without its title', () => {
    const { turns } = talk('표은결 간호사가 그랬어요. 표은결 정말 너무해요', '표은결 때문에 잠을 못 자요')
    expect(turns.map(({ text }) => text)).toEqual([
      '[직원1] 간호사가 그랬어요. [직원1] 정말 너무해요',
      '[직원1] 때문에 잠을 못 자요',
    ])
  })

  it('stays quick where one name fills the message', () => {
    const started = process.cpuUsage()
    talk('김철수 '.repeat(1250))
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000)
  })

  it.each(['대표번호 02-1234-5678로 걸었어요', '0 2 1 2 3 4 5 6 7 8 안 받아요', '1588-0000'])(
    'leaves alone the numbers of the hospital: %s',
    (said) => {
      const { last } = talk(said)
      expect(last).toMatchObject({ heard: said, text: said, vault: [] })
    },
  )

  it.each(['[이름1]님과 [전화번호2]로', '[숫자1]', '[name 1] and [phone number 2]'])(
    'leaves tokens alone: %s',
    (said) => {
      expect(talk(said).last).toMatchObject({ text: said, vault: [], pending: [] })
      expect(revealTokens(said, [])).toBe(said)
    },
  )
})

describe('listening to a number said over several messages', () => {
  it.each([
    ['rrn', ['991231', '3123456']],
    ['rrn', ['제 주민번호 앞자리는 991231이고요', '뒤에는 3123456이에요']],
    ['rrn', ['뒷자리는 3123456이고', '앞자리는 991231입니다']],
    ['rrn', ['구구일이삼일', '삼일이삼', '사오육']],
    ['foreigner_no', ['991231', '7123456']],
    ['card', ['4111', '1111 1111', '1111']],
    ['account', ['국민은행 123456', '01-123456']],
    ['driver_license', ['면허번호는 11-99', '123456-78']],
    ['passport', ['여권번호 M123', '45678']],
  ])('lets nothing be left of a %s: %j', (type, messages) => {
    const { turns, last } = talk(...messages)
    expect(last.removed).toContain(type)
    expect(last.heard).not.toMatch(/\d/)
    for (const { text } of turns) expect(revealTokens(text, last.vault)).not.toMatch(/[\d구삼일]{3}/)
    expect(JSON.stringify([last.vault, last.pending])).not.toMatch(/\d{2}|[구삼일]{3}/)
  })

  it('keeps a run that may go on in memory only', () => {
    const { last } = talk('제 번호는 010')
    expect(last).toEqual({
      heard: '제 번호는 010',
      text: '제 번호는 [숫자1]',
      vault: [],
      pending: [{ token: '[숫자1]', value: '010' }],
      removed: [],
    })
  })

  it('hears a phone number whole with its last piece', () => {
    const { turns, last } = talk('제 번호는 010', '0000', '1234예요')
    expect(last.heard).toBe('010 0000 1234예요')
    expect(turns.map(({ text }) => text)).toEqual(['제 번호는 [숫자1]', '[숫자2]', '[전화번호1]예요'])
    expect(last.pending).toEqual([])
    expect(revealTokens('[숫자1]', last.vault)).toBe('[전화번호1]')
  })

  it('gives back as a plain number what came to nothing', () => {
    const { last } = talk('4528', '그게 다예요')
    expect(last.pending).toEqual([])
    expect(last.vault).toEqual([{ token: '[숫자1]', type: 'number', value: '4528' }])
  })

  it('gives nothing back of what was called a number that may not be kept', () => {
    const { last } = talk('카드번호 4111 11', '아니에요 됐어요')
    expect(revealTokens('[숫자1]', last.vault)).toBe('[카드번호 삭제됨]')
  })

  it('lets at most five runs wait', () => {
    const { last } = talk('111', '222', '333', '444', '555', '666')
    expect(last.pending.map(({ value }) => value)).toEqual(['222', '333', '444', '555', '666'])
    expect(last.vault).toEqual([{ token: '[숫자1]', type: 'number', value: '111' }])
  })

  it.each([
    '302호',
    '7층 72병동',
    '대기번호 1023',
    '내선 1234',
    '진료비 123,000',
    '2026.11.21',
    '10:30',
    '120/80',
    'V26-7123453',
    '12',
    '일이 생겨서',
    '250mg',
  ])('takes for no beginning of a number: %s', (said) => {
    expect(talk(said).last).toMatchObject({ text: said, pending: [] })
  })
})
