export type Department =
  '前端平台部' | '数据与算法部' | '产品设计部' | '后端基础部' | '市场与增长部' | '人力与行政部'

export type DemoPerson = {
  key: string
  name: string
  employeeNumber: string
  department: Department
  role: 'employee' | 'recruiter' | 'admin'
  intern: boolean
  active: boolean
  phone: string
}

type Mark = 'recruiter' | 'admin' | 'intern' | 'left'
type Row = [key: string, name: string, employeeNumber: string, phone: string, mark?: Mark]

const team = (department: Department, rows: Row[]): DemoPerson[] =>
  rows.map(([key, name, employeeNumber, phone, mark]) => ({
    key,
    name,
    employeeNumber,
    department,
    role: mark === 'recruiter' || mark === 'admin' ? mark : 'employee',
    intern: mark === 'intern',
    active: mark !== 'left',
    phone,
  }))

export const DEMO_REFERRER = 'lin-xiao'
export const DEMO_RECRUITER = 'chen-si'
export const DEMO_ADMIN = 'zhao-minzhi'

export const people: readonly DemoPerson[] = [
  ...team('前端平台部', [
    ['lin-xiao', '林晓', 'XH0127', '+8613800138001'],
    ['gu-mingyuan', '顾明远', 'XH0014', '+8613800138117'],
    ['shen-yifan', '沈一帆', 'XH0052', '+8613800138126'],
    ['he-yutong', '何雨桐', 'XH0143', '+8613800138134'],
    ['luo-bin', '罗斌', 'XH0088', '+8613800138149'],
    ['su-jiahe', '苏嘉禾', 'XH0169', '+8613800138152'],
    ['zheng-bowen', '郑博文', 'XH0201', '+8613800138165'],
    ['tian-ye', '田野', 'XH0176', '+8613800138173'],
    ['xu-jingyi', '许静怡', 'XH0233', '+8613800138186'],
    ['fang-ziang', '方子昂', 'XHS018', '+8613800138194', 'intern'],
  ]),
  ...team('数据与算法部', [
    ['liang-zhiyuan', '梁致远', 'XH0019', '+8613800138213'],
    ['han-xuemei', '韩雪梅', 'XH0061', '+8613800138221'],
    ['cao-rui', '曹睿', 'XH0074', '+8613800138235'],
    ['deng-zimo', '邓子墨', 'XH0155', '+8613800138242'],
    ['peng-yue', '彭越', 'XH0118', '+8613800138250'],
    ['ouyang-che', '欧阳澈', 'XH0187', '+8613800138264'],
    ['feng-xiaolan', '冯晓岚', 'XH0136', '+8613800138278'],
    ['ye-zhiqiu', '叶知秋', 'XH0214', '+8613800138283'],
    ['aynur', '阿依努尔·买买提', 'XH0222', '+8613800138291'],
    ['dong-haoran', '董浩然', 'XH0099', '+8613800138296', 'left'],
    ['cheng-haozhi', '程颢之', 'XHS021', '+8613800138299', 'intern'],
  ]),
  ...team('产品设计部', [
    ['tang-ruoshui', '唐若水', 'XH0023', '+8613800138311'],
    ['jiang-siqi', '蒋思齐', 'XH0031', '+8613800138324'],
    ['wei-ran', '魏然', 'XH0110', '+8613800138330'],
    ['xia-wanqing', '夏晚晴', 'XH0148', '+8613800138347'],
    ['he-jia', '贺嘉', 'XH0172', '+8613800138353'],
    ['cui-enxi', '崔恩熙', 'XH0195', '+8613800138368'],
    ['yao-yuan', '姚远', 'XH0083', '+8613800138372'],
    ['lu-zhixing', '陆知行', 'XH0219', '+8613800138389'],
    ['meng-ke', '孟可', 'XHS024', '+8613800138395', 'intern'],
  ]),
  ...team('后端基础部', [
    ['zhou-jianguo', '周建国', 'XH0008', '+8613800138412'],
    ['wang-haitao', '王海涛', 'XH0027', '+8613800138425'],
    ['ma-xiao', '马骁', 'XH0045', '+8613800138433'],
    ['sun-li', '孙立', 'XH0066', '+8613800138448'],
    ['li-chengxi', '李成蹊', 'XH0131', '+8613800138451'],
    ['zhang-chi', '张弛', 'XH0158', '+8613800138456'],
    ['wu-tong', '吴桐', 'XH0163', '+8613800138462'],
    ['liu-yiming', '刘一鸣', 'XH0104', '+8613800138467'],
    ['huang-jiajun', '黄家骏', 'XH0180', '+8613800138470'],
    ['xu-yang', '徐旸', 'XH0192', '+8613800138479'],
    ['gao-yuan', '高原', 'XH0121', '+8613800138484'],
    ['yang-yifan', '杨一凡', 'XH0207', '+8613800138488'],
    ['bateer', '巴特尔', 'XH0226', '+8613800138493'],
    ['song-ci', '宋辞', 'XH0092', '+8613800138497', 'left'],
  ]),
  ...team('市场与增长部', [
    ['xie-yun', '谢芸', 'XH0036', '+8613900139113'],
    ['jiang-nan', '江楠', 'XH0057', '+8613900139128'],
    ['pan-yue', '潘玥', 'XH0140', '+8613900139136'],
    ['yuan-yuan', '袁圆', 'XH0166', '+8613900139141'],
    ['ding-yi', '丁一', 'XH0184', '+8613900139157'],
    ['liao-jianing', '廖佳宁', 'XH0198', '+8613900139164'],
    ['qin-lang', '秦朗', 'XH0211', '+8613900139172'],
    ['bai-hua', '白桦', 'XH0229', '+8613900139185'],
  ]),
  ...team('人力与行政部', [
    ['chen-si', '陈思', 'XH0071', '+8613800138002', 'recruiter'],
    ['zhao-minzhi', '赵敏之', 'XH0005', '+8613800138003', 'admin'],
    ['hu-rong', '胡蓉', 'XH0095', '+8613900139216', 'recruiter'],
    ['lu-xiaodong', '卢晓东', 'XH0151', '+8613900139223', 'recruiter'],
    ['jin-xiuyan', '金秀妍', 'XH0204', '+8613900139237', 'recruiter'],
    ['ren-jie', '任洁', 'XH0042', '+8613900139244'],
    ['gong-ling', '龚玲', 'XH0115', '+8613900139251'],
    ['shi-lei', '石磊', 'XH0078', '+8613900139268'],
  ]),
]
