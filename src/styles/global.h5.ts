import './base.scss'
import './web.scss'
import '@/components/tappable/index.scss'
