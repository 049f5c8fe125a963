import { describe, expect, it } from '@jest/globals'
import { maskName, maskPersonalData, maskPhone } from '../../../skills/privacy/mask.ts'
import { trustedText } from '../../../skills/privacy/scrubbed.ts'

describe('masking', () => {
  it('replaces every finding by its kind and keeps the rest word for word', () => {
    expect(maskPersonalData('김철수 교수님이 010-0000-1234로 전화했고, 3층에서 12,000원을 냈어요')).toBe(
      '[이름] 교수님이 [전화번호]로 전화했고, 3층에서 12,000원을 냈어요',
    )
  })

  it('masks English text in English', () => {
    expect(maskPersonalData('Dr. Smith has my number, 010-0000-1234')).toBe('Dr. [name] has my number, [phone number]')
  })

  it('leaves the tokens of a stored text alone', () => {
    const stored = '[직원1] 교수님이 [전화번호12]로 전화했고, 옆 침대 [다른 환자] 환자가 [숫자1]을 눌렀어요'
    expect(maskPersonalData(stored)).toBe(stored)
    expect(maskPersonalData('[name 1] called [phone number 2]')).toBe('[name 1] called [phone number 2]')
  })

  it.each([
    ['01012345678', '010-****-5678'],
    ['010-1234-5678', '010-****-5678'],
    ['+82 10 1234 5678', '010-****-5678'],
    ['0212345678', '02-****-5678'],
    ['119', '****'],
  ])('shows of the phone %s only %s', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown)
  })

  it.each([
    ['홍길동', '홍*동'],
    ['김철', '김*'],
    ['남궁민수', '남**수'],
    ['Jane Doe', 'J*** D**'],
  ])('shows of the name %s only %s', (name, shown) => {
    expect(maskName(name)).toBe(shown)
  })

  it('vouches for a text of the program without changing it', () => {
    expect(trustedText('안녕하세요.')).toBe('안녕하세요.')
  })
})
