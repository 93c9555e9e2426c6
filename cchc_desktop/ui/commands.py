"""Every command of the window: its menu, words, key and icon. Help lists them from here, so none can be forgotten."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """A command. ``needs``: "" always there, "dossier", "plan", or "edit" (a plan that may be changed)."""

    name: str
    menu: str
    text: str
    key: str = ""
    icon: str = ""
    needs: str = ""
    more_keys: tuple[str, ...] = ()
    tip: str = ""
    gap: bool = False


FILE, EDIT, VIEW, PLAN, HELP = "&Hồ sơ", "&Sửa", "&Xem", "&Kế hoạch", "&Trợ giúp"
MENUS = (FILE, EDIT, VIEW, PLAN, HELP)

COMMANDS: tuple[Command, ...] = (
    Command("new", FILE, "&Tạo hồ sơ mới…", "Ctrl+N", "new"),
    Command("open", FILE, "&Mở hồ sơ…", "Ctrl+O", "open"),
    Command(
        "import_file",
        FILE,
        "&Nhập kế hoạch cũ…",
        "Ctrl+Shift+I",
        "old-word",
        tip="Đọc kế hoạch đã có trong tệp Word, văn bản hoặc Excel",
    ),
    Command(
        "import_clipboard",
        FILE,
        "Nhập kế hoạch từ bộ nhớ tạ&m",
        "Ctrl+Shift+B",
        "paste",
        tip="Đọc kế hoạch vừa chép (Ctrl+A, Ctrl+C) trong Word hay trang web",
    ),
    Command("sample", FILE, "&Xem hồ sơ mẫu", "Ctrl+Shift+M", "sample"),
    Command(
        "save",
        FILE,
        "&Lưu ngay",
        "Ctrl+S",
        "saved",
        "dossier",
        tip="Chương trình tự lưu; lệnh này lưu ngay lập tức",
        gap=True,
    ),
    Command("save_copy", FILE, "Lưu &bản sao…", "Ctrl+Shift+S", "save-copy", "dossier"),
    Command(
        "profile",
        FILE,
        "Thông tin &cơ quan…",
        "Ctrl+Shift+T",
        "office",
        "dossier",
        tip="Tên cơ quan, danh sách đơn vị, nơi nhận thường dùng, người ký: kế hoạch nào cũng lấy từ đây",
    ),
    Command("show_folder", FILE, "Mở &thư mục chứa hồ sơ", "Ctrl+Shift+O", "folder", "dossier"),
    Command("close", FILE, "Đó&ng hồ sơ", "Ctrl+W", "close", "dossier", gap=True),
    Command("quit", FILE, "Th&oát", "Ctrl+Q"),
    Command("undo", EDIT, "&Hoàn tác", "Ctrl+Z", "undo", "edit"),
    Command("redo", EDIT, "&Làm lại", "Ctrl+Y", "redo", "edit", more_keys=("Ctrl+Shift+Z",)),
    Command("cut", EDIT, "Cắ&t", "Ctrl+X", "", "plan", gap=True),
    Command("copy", EDIT, "&Chép", "Ctrl+C", "", "plan"),
    Command("paste", EDIT, "&Dán", "Ctrl+V", "paste", "plan"),
    Command("select_all", EDIT, "Chọn &tất cả", "Ctrl+A", "", "plan"),
    Command("back", VIEW, "Bước &trước", "Ctrl+PgUp", "back", "plan", more_keys=("Alt+Left",)),
    Command("next", VIEW, "Bước &sau", "Ctrl+PgDown", "next", "plan", more_keys=("Alt+Right",)),
    Command("problems", VIEW, "&Danh sách điều cần xem lại", "F8", "warning", "plan", gap=True),
    Command("preview", VIEW, "Ẩn hoặc hiện &trang in", "F9", "preview", "plan"),
    Command("enlarge", VIEW, "Xem trang in &cỡ lớn", "F11", "enlarge", "plan"),
    Command("add_plan", PLAN, "&Thêm kế hoạch…", "Ctrl+Shift+K", "add", "dossier"),
    Command("remove_plan", PLAN, "&Xóa kế hoạch này", "Ctrl+Shift+F8", "remove", "edit"),
    Command("sections", PLAN, "&Các mục của kế hoạch…", "Ctrl+M", "sections", "edit", gap=True),
    Command("add_section", PLAN, "T&hêm mục khác", "Ctrl+Shift+L", "add", "edit"),
    Command("add_appendix", PLAN, "Thêm &phụ lục", "Ctrl+Shift+P", "columns", "edit"),
    Command(
        "bases",
        PLAN,
        "Chọn că&n cứ từ danh mục…",
        "Ctrl+Shift+C",
        "sections",
        "plan",
        tip="Tìm luật, nghị định, quyết định …, xem còn hiệu lực hay không và đưa vào kế hoạch",
    ),
    Command(
        "replace_bases",
        PLAN,
        "Thay căn cứ hết h&iệu lực",
        "Ctrl+Shift+R",
        "retry",
        "edit",
        tip="Căn cứ nào hết hiệu lực mà rõ văn bản thay thế thì được thay; hoàn tác bằng Ctrl+Z",
    ),
    Command(
        "normalise_agencies",
        PLAN,
        "Chuẩn hóa tên cơ q&uan",
        "Ctrl+Shift+H",
        "rename",
        "edit",
        tip="Trong cột chủ trì, phối hợp: tên viết tắt, tên cũ thành tên trong thông tin cơ quan",
    ),
    Command(
        "keep_agency",
        PLAN,
        "Đưa cơ quan vừa &gõ vào danh sách",
        "Ctrl+Shift+A",
        "add",
        "edit",
        tip="Cơ quan mới gõ trong bảng nhiệm vụ được ghi vào thông tin cơ quan, lần sau có trong danh sách",
    ),
    Command(
        "suggestions",
        PLAN,
        "Gợi ý &nội dung",
        "F7",
        "suggestions",
        "plan",
        tip="Mở các câu gợi ý cho chỗ đang viết và đặt con trỏ vào ô tìm; Esc về chỗ đang viết",
        gap=True,
    ),
    Command(
        "keep_suggestion",
        PLAN,
        "Lưu chỗ đang chọn thành gợ&i ý…",
        "Ctrl+Shift+G",
        "add",
        "edit",
        tip="Dòng, nhiệm vụ đang chọn thành gợi ý của cơ quan, dùng lại được cho kế hoạch sau",
    ),
    Command("export", PLAN, "&Kiểm tra, xuất tệp", "Ctrl+E", "word", "plan", gap=True),
    Command("word", PLAN, "Xuất &Word…", "Ctrl+Shift+W", "word", "plan"),
    Command("excel", PLAN, "Xuất &Excel…", "Ctrl+Shift+E", "excel", "plan"),
    Command("pdf", PLAN, "Xuất P&DF…", "Ctrl+Shift+D", "pdf", "plan"),
    Command("help", HELP, "&Hướng dẫn", "F1", "help"),
    Command("keys", HELP, "&Các phím tắt", "Ctrl+F1"),
    Command("about", HELP, "&Giới thiệu", "Shift+F1", "info"),
)


def step_key(number: int) -> str:
    """The key that leads to a step: Alt+1 … Alt+9, Alt+0 for the tenth, Alt+- for the last."""
    return {10: "Alt+0", 11: "Alt+-"}.get(number, f"Alt+{number}")
