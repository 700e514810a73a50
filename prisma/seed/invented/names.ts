import type { Random } from '../random.ts'

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎']
const givenFirst = [...'明志文建国海晓丽秀玉春雪思宇浩子佳欣雅静嘉伟新永立宏德家']
const givenSecond = ['', '', ...'华强军平东敏芳英娟霞涛超磊洋勇艳杰娜琳博轩涵怡彤凯峰鹏飞龙辉']

/** A person's name nobody was thought of with. */
export const inventPersonName = (random: Random): string => random.pick(surnames) + random.pick(givenFirst) + random.pick(givenSecond)

const brandA = [...'澄启禾岚衡序砚沐峻霁筑泽朗恒屹初清越叙观']
const brandB = [...'岳汀禹屿衍原麓舟桥野溪岭林廷坤川璟砺桐榆']
const brandC = [...'和正达信宁远方明同诚文安知行']

/**
 * The name part of a firm, different for every index below 5,600. Three characters that no firm is known under: chance hits can't be
 * excluded, so every page says that the firm is invented.
 */
export function inventBrand(index: number): string {
  const a = brandA[index % brandA.length] ?? ''
  const b = brandB[(index * 7 + Math.floor(index / brandA.length)) % brandB.length] ?? ''
  const c = brandC[Math.floor(index / (brandA.length * brandB.length) + index * 3) % brandC.length] ?? ''
  return a + b + c
}
