const tab = (text: string, name: string) => ({
  text,
  pagePath: `pages/${name}/index`,
  iconPath: `assets/tabs/${name}.png`,
  selectedIconPath: `assets/tabs/${name}-on.png`,
})

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/jobs/index',
    'pages/progress/index',
    'pages/me/index',
    'pages/job/index',
    'pages/invitation/index',
    'pages/prove/index',
    'pages/apply/index',
    'pages/timeline/index',
  ],
  subPackages: [
    {
      root: 'recruiter',
      pages: ['list/index', 'detail/index', 'claims/index', 'shares/index', 'deliveries/index'],
    },
    { root: 'shares', pages: ['list/index', 'poster/index', 'card/index'] },
    { root: 'inbox', pages: ['list/index', 'settings/index'] },
  ],
  lazyCodeLoading: 'requiredComponents',
  // On the web a page slides in with `transform`, which would catch every position: fixed inside it.
  ...(process.env.TARO_ENV === 'h5' && { animation: false }),
  window: {
    backgroundColor: '#f6f4f0',
    backgroundTextStyle: 'dark',
    navigationBarBackgroundColor: '#f6f4f0',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '伯乐内推',
  },
  tabBar: {
    color: '#646c74',
    selectedColor: '#17635f',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [tab('内推', 'home'), tab('职位', 'jobs'), tab('进度', 'progress'), tab('我的', 'me')],
  },
})
