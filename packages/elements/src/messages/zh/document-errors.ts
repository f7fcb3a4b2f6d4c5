import type { DocumentMessages } from '../document-messages.ts';
import { errors } from './errors.ts';

/** Chinese in simplified characters, for what can go wrong with a document. */
export const documentErrors: DocumentMessages['errors'] = {
  ...errors,
  'file-unsupported': {
    title: '无法读取此文件',
    body: '请选择 JPEG、PNG 或 WebP 格式的照片，或用摄像头拍摄。',
  },
  'file-too-large': { title: '此文件太大', body: '请选择较小的照片，或用摄像头拍摄。' },
  'file-damaged': {
    title: '此文件不完整',
    body: '文件缺少一部分。请重新选择，或拍摄照片。',
  },
  'image-too-small': {
    title: '照片太小',
    body: '无法看清印刷的文字。请选择较大的照片，或重新拍摄。',
  },
  'document-not-found': {
    title: '照片中没有证件',
    body: '证件必须平放并完整入镜，四个角都要拍到。',
  },
  'document-wrong-side': {
    title: '这是另一面',
    body: '请将证件翻面，然后重试。',
  },
  'document-unsupported': {
    title: '不接受此证件',
    body: '请用您选择的证件重试，或选择其他证件。',
  },
  'handover-expired': {
    title: '此链接已过期',
    body: '请生成新链接，并在手机上打开。',
  },
  'handover-claimed': {
    title: '此链接已被使用过',
    body: '链接只能打开一次。请在电脑上生成新链接；那里询问的手机若不是您的，请选择“不是”。',
  },
  'handover-ended': {
    title: '请在电脑上继续',
    body: '核验已转回电脑，或此手机上的时限已到。生成新链接即可再转到这里。',
  },
  'permission-denied': {
    title: '尚未允许使用摄像头',
    body: '需要用摄像头拍摄您的证件。',
  },
  'upload-rejected': { title: '照片没有送达', body: '请重试，重新拍摄并发送。' },
  'attempt-timeout': {
    title: '我们再试一次',
    body: '用时比平常长。请在光线良好处将证件平放。',
  },
  'processing-timeout': {
    title: '用时比平常长',
    body: '您的照片已经送达，仍在核验中。您可以稍后重试。',
  },
  'verification-failed': {
    title: '还没有成功',
    body: '请将证件平放在良好、均匀的光线下。',
  },
  aborted: { title: '已停止拍摄证件', body: '摄像头已关闭，没有发送任何内容。' },
};
