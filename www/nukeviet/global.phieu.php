<?php
/**
 * A block of NukeViet 4.5 with Phiếu's form, the office's list or the progress.
 *
 * It is written from NukeViet's documentation of blocks and checked by PHP, and has been tried in no NukeViet yet.
 * This file and global.phieu.ini belong into `themes/<your theme>/blocks/`, the form's files into `/phieu/`.
 *
 * @license MIT OR Apache-2.0
 */

if (!defined('NV_MAINFILE')) {
    exit('Stop!!!');
}

if (!nv_function_exists('phieu_block')) {
    /**
     * What can be shown, with its script.
     *
     * @return array<string, string>
     */
    function phieu_views()
    {
        return ['report' => 'phieu.js', 'office' => 'office.js', 'progress' => 'progress.js'];
    }

    /**
     * Text for an attribute or between tags. What NukeViet has stored is escaped in part.
     *
     * @param string $text
     * @return string
     */
    function phieu_escaped($text)
    {
        return htmlspecialchars((string) $text, ENT_QUOTES, 'UTF-8', false);
    }

    /**
     * An address of this site or of another by https or http; blank for anything else.
     *
     * @param string $text
     * @return string
     */
    function phieu_address($text)
    {
        $text = trim((string) $text);

        return preg_match('#^(?:https?://[^\s"\'<>]+|/(?![/\\\\])[^\s"\'<>]*|[A-Za-z0-9][A-Za-z0-9_./-]*)$#', $text) ? $text : '';
    }

    /**
     * The fields of the block's settings.
     *
     * @param string                $module
     * @param array<string, string> $data_block
     * @param array<string, string> $lang_block
     * @return string
     */
    function phieu_block_config($module, $data_block, $lang_block)
    {
        $html = '';
        foreach (['plan', 'endpoint', 'office', 'unit', 'files'] as $name) {
            $value = isset($data_block[$name]) ? $data_block[$name] : '';
            $field = '<input type="text" class="form-control" id="phieu_' . $name . '" name="phieu_' . $name . '" value="' . phieu_escaped($value) . '">';
            $html .= phieu_row($name, $lang_block, $field);
        }
        $options = '';
        $chosen = isset($data_block['view']) ? $data_block['view'] : 'report';
        foreach (array_keys(phieu_views()) as $view) {
            $options .= '<option value="' . $view . '"' . ($view === $chosen ? ' selected' : '') . '>' . phieu_escaped($lang_block[$view === 'office' ? 'list' : $view]) . '</option>';
        }

        return phieu_row('view', $lang_block, '<select class="form-control" id="phieu_view" name="phieu_view">' . $options . '</select>') . $html;
    }

    /**
     * @param string                $name
     * @param array<string, string> $lang_block
     * @param string                $field
     * @return string
     */
    function phieu_row($name, $lang_block, $field)
    {
        return '<div class="form-group"><label class="control-label col-sm-6" for="phieu_' . $name . '">' . phieu_escaped($lang_block[$name]) . ':</label>'
            . '<div class="col-sm-18">' . $field . '</div></div>';
    }

    /**
     * What was entered, and what is wrong with it.
     *
     * @param string                $module
     * @param array<string, string> $lang_block
     * @return array{error: string[], config: array<string, string>}
     */
    function phieu_block_submit($module, $lang_block)
    {
        global $nv_Request;
        $config = [];
        foreach (['plan', 'endpoint', 'office', 'unit', 'files', 'view'] as $name) {
            $config[$name] = trim($nv_Request->get_title('phieu_' . $name, 'post', ''));
        }
        $error = [];
        foreach (['plan', 'endpoint', 'files'] as $name) {
            // What is office's or progress' needs a collector; a form may be taken in by the page itself.
            $is_blank = $config[$name] === '';
            if (phieu_address($config[$name]) === '' and !($is_blank and $name === 'endpoint' and $config['view'] === 'report')) {
                $error[] = $lang_block['wrong'] . ' ' . $lang_block[$name];
            }
        }
        if (!isset(phieu_views()[$config['view']])) {
            $config['view'] = 'report';
        }

        return ['error' => $error, 'config' => $config];
    }

    /**
     * The block.
     *
     * @param array<string, string> $block_config
     * @return string
     */
    function phieu_block($block_config)
    {
        $views = phieu_views();
        $view = isset($block_config['view'], $views[$block_config['view']]) ? $block_config['view'] : 'report';
        $files = rtrim(phieu_address(isset($block_config['files']) ? $block_config['files'] : ''), '/');
        $language = (defined('NV_LANG_INTERFACE') and NV_LANG_INTERFACE !== 'vi') ? 'en' : 'vi';
        $place = [
            'vi' => 'Phiếu báo cáo đặt ở đây. Nếu không thấy phiếu, hãy bật JavaScript, hoặc mở trang bằng Chrome, Cốc Cốc, Firefox hay Safari bản mới.',
            'en' => 'The report form stands here. If you do not see it, turn JavaScript on, or open the page in a recent Chrome, Cốc Cốc, Firefox or Safari.'
        ];
        $attributes = ['lang' => $language];
        foreach (['plan', 'endpoint', 'office', 'unit'] as $name) {
            $value = isset($block_config[$name]) ? $block_config[$name] : '';
            $value = in_array($name, ['plan', 'endpoint'], true) ? phieu_address($value) : $value;
            if ($value !== '') {
                $attributes[$name] = $value;
            }
        }
        $html = '<script type="module" src="' . phieu_escaped($files . '/' . $views[$view]) . '"></script><div data-phieu-' . $view;
        foreach ($attributes as $name => $value) {
            $html .= ' data-' . $name . '="' . phieu_escaped($value) . '"';
        }

        return $html . '><p>' . $place[$language] . '</p></div>';
    }
}

if (defined('NV_SYSTEM')) {
    $content = phieu_block($block_config);
}
