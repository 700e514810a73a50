import type { ImportColumn } from '../column.ts'

/** 节假日安排, from the State Council's yearly notice: the days off and the weekend days worked in exchange. */
export const calendarColumns = [
  {
    key: 'date',
    zh: '日期',
    en: 'Date',
    cell: { type: 'DAY' },
    isRequired: true,
    example: { zh: '2027年1月1日', en: '2027-01-01' },
    note: { zh: '一年的通知一次导全，导入后替换该年原有安排', en: 'A whole year at once; it replaces what was loaded for that year' },
  },
  {
    key: 'kind',
    zh: '类型',
    en: 'Kind',
    also: ['休班', '安排'],
    cell: {
      type: 'ONE_OF',
      values: [
        { value: 'HOLIDAY', zh: ['放假', '休', '节假日', '法定节假日'], en: ['holiday', 'off'] },
        { value: 'MAKEUP_WORKDAY', zh: ['调休上班', '班', '上班', '补班'], en: ['make-up workday', 'workday'] },
      ],
    },
    isRequired: true,
    example: { zh: '放假', en: 'holiday' },
    note: { zh: '放假 / 调休上班', en: 'holiday / make-up workday' },
  },
  {
    key: 'nameZh',
    zh: '节日名称',
    en: 'Name',
    also: ['名称', '节日', 'name_zh'],
    cell: { type: 'TEXT', most: 100 },
    isRequired: true,
    example: { zh: '元旦', en: '元旦' },
    note: { zh: '', en: '' },
  },
  {
    key: 'sourceNotice',
    zh: '通知文号',
    en: 'Notice',
    also: ['文号', '来源', 'source_notice'],
    cell: { type: 'TEXT', most: 300 },
    isRequired: true,
    example: { zh: '国务院办公厅关于2027年部分节假日安排的通知', en: '国务院办公厅关于2027年部分节假日安排的通知' },
    note: { zh: '国务院办公厅的通知', en: "The State Council's notice" },
  },
] as const satisfies readonly ImportColumn[]
