import type { SharedErrorMessages } from '../messages.ts';

/** Vietnamese for what can go wrong whatever is captured. */
export const errors: SharedErrorMessages = {
  'unsupported-browser': {
    title: 'Trình duyệt này không dùng được',
    body: 'Vui lòng mở trang này bằng Chrome, Edge, Firefox hoặc Safari bản mới.',
  },
  'insecure-context': {
    title: 'Trang này không an toàn',
    body: 'Máy ảnh chỉ hoạt động trên trang an toàn. Hãy mở trang này với https:// ở đầu địa chỉ.',
  },
  'permissions-policy-blocked': {
    title: 'Máy ảnh bị chặn ở đây',
    body: 'Trang này chưa được thiết lập để dùng máy ảnh. Vui lòng báo cho bên quản lý trang.',
  },
  'in-app-browser': {
    title: 'Hãy mở bằng trình duyệt',
    body: 'Máy ảnh không hoạt động trong ứng dụng này. Hãy mở trang này bằng Chrome hoặc Safari từ menu của ứng dụng.',
  },
  'permission-dismissed': {
    title: 'Vẫn cần đến máy ảnh',
    body: 'Câu hỏi đã bị đóng mà chưa có trả lời. Hãy thử lại và chọn “Cho phép”.',
  },
  'no-camera': {
    title: 'Không tìm thấy máy ảnh',
    body: 'Hãy kết nối máy ảnh, hoặc mở trang này trên điện thoại.',
  },
  'camera-in-use': {
    title: 'Máy ảnh đang bận',
    body: 'Ứng dụng hoặc thẻ khác đang dùng máy ảnh. Hãy đóng ứng dụng hoặc thẻ đó rồi thử lại.',
  },
  'camera-overconstrained': {
    title: 'Máy ảnh này không phù hợp',
    body: 'Hãy thử lại, hoặc chọn máy ảnh khác.',
  },
  'camera-lost': {
    title: 'Mất kết nối với máy ảnh',
    body: 'Máy ảnh đã bị ngắt kết nối hoặc bị tắt. Hãy kết nối lại rồi thử thêm lần nữa.',
  },
  'camera-muted': {
    title: 'Máy ảnh đang tạm dừng',
    body: 'Ứng dụng khác hoặc nút riêng tư đã dừng hình ảnh. Hãy bật lại rồi thử lại.',
  },
  'asset-load-failed': {
    title: 'Chưa tải xong',
    body: 'Hãy kiểm tra kết nối của bạn rồi thử lại.',
  },
  'asset-integrity-failed': {
    title: 'Tải không đúng',
    body: 'Một tệp không đúng như mong đợi nên không được dùng. Hãy thử lại sau giây lát.',
  },
  'backend-init-failed': {
    title: 'Không thể chạy ở đây',
    body: 'Thiết bị hoặc trình duyệt này không thể bắt đầu kiểm tra. Trình duyệt khác có thể giúp được.',
  },
  'gpu-context-lost': { title: 'Đã bị gián đoạn', body: 'Vui lòng thử lại.' },
  'token-invalid': {
    title: 'Không mở được lần kiểm tra này',
    body: 'Hãy quay lại nơi bạn đã bắt đầu và làm lại từ đầu.',
  },
  'token-expired': { title: 'Liên kết này đã hết hạn', body: 'Hãy thử lại để tiếp tục với liên kết mới.' },
  'session-not-found': {
    title: 'Lần kiểm tra này không còn nữa',
    body: 'Hãy quay lại nơi bạn đã bắt đầu và làm lại từ đầu.',
  },
  'rate-limited': { title: 'Tạm dừng một lát', body: 'Đã có nhiều lần thử cùng lúc. Hãy chờ một lát rồi thử lại.' },
  network: { title: 'Không có kết nối', body: 'Không thể truy cập dịch vụ. Hãy kiểm tra kết nối của bạn rồi thử lại.' },
  offline: { title: 'Bạn đang mất mạng', body: 'Hãy kết nối internet rồi thử lại.' },
  server: { title: 'Dịch vụ đang gặp sự cố', body: 'Không phải lỗi của bạn. Hãy thử lại sau giây lát.' },
  'invalid-response': {
    title: 'Dịch vụ đang gặp sự cố',
    body: 'Không phải lỗi của bạn. Hãy thử lại sau giây lát.',
  },
  'consent-declined': { title: 'Không có gì được gửi đi', body: 'Nếu bạn không đồng ý, việc kiểm tra không bắt đầu.' },
  'attempts-exhausted': {
    title: 'Không còn lượt thử',
    body: 'Lần này chưa thể xác nhận. Vẫn còn cách khác: hãy hỏi bên đã chuyển bạn đến đây.',
  },
  internal: { title: 'Đã xảy ra lỗi', body: 'Không phải lỗi của bạn. Vui lòng thử lại.' },
};
