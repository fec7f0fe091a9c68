export type DemoCandidate = { name: string; phone: string }

/** The demo candidate's place in the list. */
export const DEMO_CANDIDATE = 0
const DEMO_CANDIDATE_NAME = '周宁'

const SURNAMES = words(
  '王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐',
  '冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘',
  '范',
)

const GIVEN_NAMES = words(
  '子涵 文博 思远 雨萱 佳怡 浩宇 建华 欣然 梓晨 志强 晓峰 丽娟 海燕 国栋 春梅 雪莹 天宇 嘉豪',
  '诗琪 书瑶 明哲 景行 若曦 沐阳 清扬 安琪 美玲 立群 永康 振东 家乐 新月 远航 静雯 小满 念真',
  '一诺 正阳 晨曦 慧敏 云帆 启明 卓然 宇轩 可欣 婉清 少华 庆生 彦辰 锦程 月华 望舒 婷 凯',
  '倩 鑫 颖 鹏 蕾 毅 琳 丹 楠 璐 航 薇 彬 冉 骏 岩 晓彤 世杰',
  '玉洁 泽宇 曼青 仲谦 小川 知夏 德胜',
)

/**
 * The candidate of that number, always the same. Names and phone numbers step through their lists by
 * strides that share no factor with the lists' lengths, so no number comes twice below 10,000.
 */
export function candidateAt(index: number): DemoCandidate {
  if (!Number.isInteger(index) || index < 0 || index > 9_999) {
    throw new RangeError(`There is no demo candidate ${index}: choose 0 to 9999`)
  }
  const suffix = String((7_000 + index * 7_919) % 10_000).padStart(4, '0')
  return { name: nameAt(index), phone: `+861370013${suffix}` }
}

function nameAt(index: number): string {
  if (index === DEMO_CANDIDATE) return DEMO_CANDIDATE_NAME
  const surname = SURNAMES[(index * 17) % SURNAMES.length] ?? ''
  const given = GIVEN_NAMES[(index * 31) % GIVEN_NAMES.length] ?? ''
  return surname + given
}

function words(...rows: string[]): string[] {
  return rows.flatMap((row) => row.split(' '))
}
