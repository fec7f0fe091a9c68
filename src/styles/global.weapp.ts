import './base.scss'
import '@/components/tappable/index.scss'
