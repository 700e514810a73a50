import { expect, test } from 'vitest'
import { texts as form } from './i18n/zh-CN/form.ts'
import { createTranslator } from './i18n/translate.ts'
import { refusalErrors } from './refusal.ts'

const general = createTranslator(form, 'zh-CN')
const feature = createTranslator({ refusal: { ESSENTIAL_MATERIAL_MISSING: '缺主要材料：{materials}', USCC_INVALID: '代码不对' } }, 'zh-CN')

test.each([
  [{ code: 'ESSENTIAL_MATERIAL_MISSING', facts: { materials: ['申请书', '章程'] } }, { '': ['缺主要材料：申请书、章程'] }],
  [{ code: 'CONCURRENT_CHANGE', facts: {} }, { '': [form.refusal.CONCURRENT_CHANGE] }],
  [{ code: 'NOBODY_WROTE_THIS' }, { '': ['不能办理（NOBODY_WROTE_THIS）'] }],
  [
    {
      code: 'VALIDATION_FAILED',
      fields: [
        { path: 'uscc', code: 'USCC_INVALID' },
        { path: 'materials.0.isThere', code: 'REQUIRED' },
      ],
    },
    { uscc: ['代码不对'], 'materials[0].isThere': ['请填写'] },
  ],
])('%j has its sentence at its place', (error, errors) => {
  expect(refusalErrors(error, feature, general)).toEqual(errors)
})
