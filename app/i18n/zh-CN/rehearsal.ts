/** The bar of rehearsal mode. */
export const texts = {
  label: '演练时钟',
  now: '演练模式，现在是',
  nextWorkingDay: '下一工作日',
  week: '加一周',
  day: '跳到',
  set: '设定',
  signIn: '登录后可以调整时间。',
}
