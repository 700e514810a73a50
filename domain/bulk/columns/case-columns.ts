import type { ImportColumn } from '../column.ts'

const nothing = { zh: '', en: '' }

/**
 * 办件: one row per application, as an agency's own system exports them. Organisations only: identity numbers of persons don't belong into
 * tables that lie about on disks (ours); persons are filed one by one.
 */
export const caseColumns = [
  {
    key: 'externalNumber',
    zh: '业务系统办件号',
    en: 'Own number',
    also: ['本系统编号', '业务编号', '办件号', 'external number'],
    cell: { type: 'TEXT', most: 60 },
    isRequired: true,
    example: { zh: 'YWXT-2026-000001', en: 'YWXT-2026-000001' },
    note: { zh: '本单位系统中的编号；同一编号再次导入不会重复收件', en: 'In your own system; the same number is never filed twice' },
  },
  {
    key: 'approvalItemCode',
    zh: '审批事项编码',
    en: 'Approval item',
    also: ['事项编码', 'approval item code'],
    cell: { type: 'CODE', most: 40 },
    isRequired: true,
    example: { zh: 'AP-ABC-001', en: 'AP-ABC-001' },
    note: { zh: '办事指南上的编码，如 AP-CON-003', en: 'As in the guides, like AP-CON-003' },
  },
  {
    key: 'uscc',
    zh: '申请人统一社会信用代码',
    en: 'USCC of the applicant',
    also: ['统一社会信用代码', '信用代码', 'unified social credit code'],
    cell: { type: 'USCC' },
    isRequired: true,
    example: { zh: '91410100MADEM90016', en: '91410100MADEM90016' },
    note: { zh: '自然人请逐件收件，不用表格', en: 'Persons are filed one by one, not by table' },
  },
  {
    key: 'applicantName',
    zh: '申请人名称',
    en: 'Applicant',
    cell: { type: 'TEXT', most: 200 },
    isRequired: false,
    example: { zh: '虚构制造有限公司', en: '虚构制造有限公司' },
    note: { zh: '首次在本平台办事的申请人必填', en: 'Required for an applicant who is new here' },
  },
  {
    key: 'projectName',
    zh: '项目名称',
    en: 'Project',
    cell: { type: 'TEXT', most: 200 },
    isRequired: true,
    example: { zh: '虚构厂房扩建', en: '虚构厂房扩建' },
    note: nothing,
  },
  {
    key: 'projectCode',
    zh: '项目代码',
    en: 'Project code',
    cell: { type: 'TEXT', most: 60 },
    isRequired: false,
    example: nothing,
    note: { zh: '投资项目在线审批监管平台的代码', en: 'Of the national platform for investment projects' },
  },
  {
    key: 'missingMaterials',
    zh: '缺少的材料',
    en: 'Missing materials',
    cell: { type: 'LIST', most: 100 },
    isRequired: false,
    example: { zh: '3', en: '3' },
    note: {
      zh: '办事指南中的材料序号，多个用逗号分开；有此列的，未列出的视为已收到',
      en: 'Their numbers in the guide; with this column, all others count as received',
    },
  },
  {
    key: 'flawedMaterials',
    zh: '有瑕疵的材料',
    en: 'Flawed materials',
    cell: { type: 'LIST', most: 100 },
    isRequired: false,
    example: nothing,
    note: { zh: '序号，多个用逗号分开', en: 'Their numbers, separated by commas' },
  },
] as const satisfies readonly ImportColumn[]
