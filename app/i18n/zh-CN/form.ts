/** What every form may say. */
export const texts = {
  problems: '请改正以下内容',
  error: '错误：',
  optional: '（选填）',
  uploading: '正在上传',
  required: '请填写',
  choose: '请从所列选项中选择',
  format: '格式不对',
  number: '请填写数字',
  tooShort: '至少 {minimum} 个字符',
  tooLong: '最多 {maximum} 个字符',
  tooFew: '至少选 {minimum} 项',
  tooMany: '最多选 {maximum} 项',
  tooSmall: '不能小于 {minimum}',
  tooLarge: '不能大于 {maximum}',
}
