import type { EndStage } from '@/domain/stages'
import type { Moment, Wording } from '../texts'

const rejectedEarly: readonly Wording[] = [
  {
    candidate:
      '谢谢你投递{job}。这一次，岗位要求的经历和你目前的积累还差一些，我们没有继续往下走。你的资料到期自动删除，也可以现在就删；日后有更合适的职位，欢迎再来。',
    referrer: '这次没有走到面试。结果和缘由已好好告知 TA，谢谢你的推荐。',
    internal: '硬性要求差一项，且短期难补，经用人经理确认不进入面试。',
  },
  {
    candidate:
      '我们认真看了你的经历，也和用人部门讨论过。眼下这个岗位更需要另一类经验，所以这次先到这里。这不是对你能力的评价，谢谢你愿意考虑我们。',
    referrer: '{job}的流程先到这里。TA 已收到完整的说明，你不必替我们转达。',
    internal: '经历偏项目交付，岗位需要长期维护一个系统的经验。',
  },
  {
    candidate:
      '很抱歉，这次不能邀请你参加面试。同一时间投递的人里，有几位和岗位的要求贴得更近。感谢你把时间给了我们，也祝你早些遇到合适的团队。',
    referrer: 'TA 这次没能进入面试。你的推荐我们看得很认真，下次有合适的人仍请告诉我们。',
    internal: '与同批候选人相比不占优，不建议短期再推同岗。',
  },
  {
    candidate:
      '谢谢你的耐心等待。这个岗位对相关行业的年限有要求，这次没能为你破例，是我们的条件所限。若一年后你仍有兴趣，请直接联系我们。',
    referrer: '这次没能继续，我们已亲自向 TA 说明。一次没成不影响 TA 再投，也不影响你再推荐。',
    internal: '年限不足，用人经理坚持要求，没有放宽空间。',
  },
]

const rejectedInterview: readonly Wording[] = [
  {
    candidate:
      '谢谢你来和我们聊。讨论之后，团队认为这个岗位眼下最急需的能力，和你最擅长的部分不完全重合，所以这次没有继续。和你交谈很有收获，祝你顺利。',
    referrer: '面试后团队做了慎重讨论，这次没有继续，结果已告知 TA。谢谢你花心思牵线。',
    internal: '面试官意见一致，不通过；可留意其他方向。',
  },
  {
    candidate:
      '很遗憾，这次不能给你一个「通过」。面试官对你的坦诚印象很深。如果你愿意，可以在三十天内约十五分钟电话，听听我们的具体反馈。',
    referrer: '面试没有通过，我们主动提出给 TA 一次反馈电话。谢谢你介绍我们认识。',
    internal: '候选人可要求反馈电话，由第一轮面试官负责，只谈事，不谈人。',
  },
  {
    candidate:
      '谈下来，我们很犹豫，最后还是决定不继续。不是因为你不够好，而是这个阶段的团队需要一位能马上独立接手的人。谢谢你为此付出的时间。',
    referrer: '走到了面试，最后没有继续。我们已向 TA 好好道谢，也谢谢你。',
    internal: '两位面试官意见不一，用人经理拍板不录用，理由已写入评分表。',
  },
  {
    candidate:
      '面试结果出来了，这次没有通过。我们知道准备一场面试要花多少心力，所以不想用一句客套话带过：谢谢你，也希望下次见面时彼此都更合适。',
    referrer: '面试这一关没有过，结果已及时告知 TA。推荐本身没有问题，别往心里去。',
    internal: '面试未达到该级别标准，降级不在本次编制内。',
  },
]

const rejectedLate: readonly Wording[] = [
  {
    candidate:
      '谈到这一步，条件上我们始终没能走到一起，很可惜。流程先结束在这里，谢谢你把想法说得清楚，我们也学到了。',
    referrer: '谈到了最后，没能走到一起，流程结束。谢谢你一路关心。',
    internal: '薪资差距超过审批上限，双方友好结束。',
  },
]

const withdrawnEarly: readonly Wording[] = [
  {
    candidate: '你已撤回投递，流程到此结束，不会再有人联系你。要删除资料，可在「我的」里一键完成。',
    referrer: 'TA 决定这次先不继续，流程已结束。这是 TA 自己的选择，不影响你以后的推荐。',
    internal: '候选人主动撤回，未说明原因。',
  },
  {
    candidate: '已按你的意思停止这次投递。谢谢你考虑过我们，什么时候想再看看都可以。',
    referrer: 'TA 撤回了投递，流程已结束，不需要你做什么。',
    internal: '候选人撤回，此前电话里提到近期家里有事。',
  },
  {
    candidate: '撤回已生效。你的选择我们尊重，不会追问原因；愿你眼下的决定一切顺利。',
    referrer: '候选人主动结束了这次投递，已妥善处理。',
    internal: '候选人撤回，原公司刚调薪，暂不考虑变动。',
  },
]

const withdrawnInterview: readonly Wording[] = [
  {
    candidate: '收到你的决定，后面的面试已经取消，面试官那边由我们说明。谢谢你提前告诉我们。',
    referrer: 'TA 在面试阶段选择不再继续，流程已结束。',
    internal: '候选人已接受另一家的 Offer，通勤近是主要原因。',
  },
  {
    candidate: '已为你结束流程。聊过的内容我们只在内部保留必要记录，到期删除。祝你一切顺利。',
    referrer: 'TA 主动退出了面试，已感谢 TA 的时间。',
    internal: '候选人不愿接受早班值守，聊过之后主动退出，坦诚相告，印象好。',
  },
]

const withdrawnLate: readonly Wording[] = [
  {
    candidate: '谢谢你认真考虑后告诉我们决定。虽然这次没能共事，这份 Offer 背后的认可不会变，欢迎随时回来。',
    referrer: 'TA 考虑后没有接受 Offer，流程结束。走到这里已经很不容易，谢谢你。',
    internal: '放弃 Offer：原公司升职加薪挽留，差额约一成半。',
  },
  {
    candidate: '我们收到了你不来报到的消息，有些可惜，也完全理解。流程就此结束，愿你一切安好。',
    referrer: 'TA 这次不能来报到，流程结束。谢谢你牵线。',
    internal: '因家人身体原因不能换城市，电话沟通，态度诚恳，可保持联系。',
  },
]

const expired: readonly Wording[] = [
  {
    candidate: '我们联系了你三次，都没能约上，这次流程先关闭。如果只是最近太忙，回复招聘同事即可重新开始。',
    referrer: '流程已过期关闭。TA 若仍有意，随时可以重新开始，你也可以提醒一声。',
    internal: '电话两次、消息一次未回复，按约定关闭。',
  },
  {
    candidate: '因为一直没有收到你的回复，这份投递已过期。没有关系，等你方便时再投就好。',
    referrer: '流程因长时间没有回复而过期，不影响 TA 以后再投。',
    internal: '补充材料请求发出两周无回音，关闭；资料到期自动删除。',
  },
  {
    candidate: '约定的时间过去了，这次投递已自动结束。你留下的资料会按约定到期删除，也可以现在就删。',
    referrer: '这份投递已过期，到期资料会自动删除。',
    internal: '两次改期后未再确认，已关闭并告知推荐人。',
  },
]

const pooledEarly: readonly Wording[] = [
  {
    candidate:
      '你的经历我们很看重，只是眼下这个岗位的名额暂满。资料会留在人才库一年，有合适的职位会先征求你的意见；不愿保留，可随时删除。',
    referrer: 'TA 已进入人才库，有合适的职位会先问 TA 的意思。',
    internal: '本岗名额已满，经验不错，标记为下季度优先联系。',
  },
  {
    candidate:
      '现在没有特别匹配的职位，我们想先把你放进人才库。每次启用前都会问你愿不愿意，你也可以随时要求移出。',
    referrer: '暂时没有完全匹配的职位，TA 已进入人才库。',
    internal: '方向偏另一条业务线，待该部门开编制。',
  },
]

const pooledInterview: readonly Wording[] = [
  {
    candidate:
      '面试表现很好，最后一个名额给了经验更贴近的一位。我们真心希望以后能共事，已把你放进人才库，下次开放会先联系你。',
    referrer: 'TA 已进入人才库，下次开放会优先联系。谢谢你介绍我们认识。',
    internal: '名额给了另一位，用人经理强烈希望保留，下个编制直接从第二轮开始。',
  },
  {
    candidate:
      '团队很喜欢你，但级别和这次的编制对不上。我们把你放进人才库，三个月内会主动和你联系一次，说明进展。',
    referrer: '这次先到这里，TA 已进入人才库，三个月内会再联系。',
    internal: '能力达到更高一级，本次编制不符，三个月后跟进。',
  },
]

export const endTexts: Record<Exclude<EndStage, 'confirmed'>, Record<Moment, readonly Wording[]>> = {
  rejected: { early: rejectedEarly, interview: rejectedInterview, late: rejectedLate },
  withdrawn: { early: withdrawnEarly, interview: withdrawnInterview, late: withdrawnLate },
  expired: { early: expired, interview: expired, late: expired },
  pooled: { early: pooledEarly, interview: pooledInterview, late: pooledInterview },
}
