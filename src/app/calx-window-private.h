/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-window.h"

#include "calx-clinic-settings.h"
#include "calx-draft-writer.h"
#include "calx-patient-list.h"
#include "calx-session-item.h"
#include "calx-session-page.h"
#include "calx-side-box.h"

G_BEGIN_DECLS

/* The window is cut by concern: calx-window.c has the widget, calx-window-patient.c the open patient
 * and her sessions, calx-window-actions.c the commands, calx-window-report.c what goes to paper,
 * calx-window-lesions.c what leaves and comes as CSV. */
struct _CalxWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay     *toasts;
  GtkStack            *pages;
  AdwStatusPage       *failed_page;
  CalxSideBox         *side_box;
  CalxPatientList     *patient_list;
  GtkStack            *content;
  GtkWidget           *content_title;
  GtkWidget           *menu_button;
  GtkLabel            *name_label;
  GtkLabel            *details_label;
  GtkWidget           *session_bar;
  GtkDropDown         *session_drop_down;
  GtkRevealer         *draft_bar;
  GtkLabel            *draft_label;
  GtkRevealer         *trouble_bar;
  GtkLabel            *trouble_label;
  GtkStack            *session_stack;
  CalxSessionPage     *session_page;

  GSettings           *settings; /* NULL: the schema is not installed */
  CalxClinic          *clinic;
  CalxClinicSettings  *clinic_settings; /* NULL: not loaded */
  CalxDraftWriter     *draft_writer;
  GtkWidget           *handbook;   /* weak; NULL: it is closed */
  GtkWidget           *model_card; /* likewise */
  GtkWidget           *clinic_map; /* likewise */

  CalxPatient         *patient; /* NULL: none is open */
  char                *wanted;  /* uuid of the patient that is being loaded; NULL: none */
  GListStore          *sessions; /* CalxSessionItem, newest first */
  CalxSessionItem     *item;    /* the one shown; NULL: none */
  gulong               item_handler;
  int                  next_lesion_number;
  gboolean             is_filling;  /* the sessions' list changes by itself */
  gboolean             is_saving;
  gboolean             is_closing;
  gboolean             may_close;
};

/* calx-window.c */
void calx_window_toast              (CalxWindow       *self,
                                     const char       *text);
/* Something that lasts and must be known, such as drafts that cannot be written; NULL: over. */
void calx_window_set_trouble        (CalxWindow       *self,
                                     const char       *text);

/* Settings as they stand in the file now. */
void calx_window_take_settings      (CalxWindow         *self,
                                     CalxClinicSettings *settings);

/* calx-window-patient.c */
/* Drafts of what is open are written first. */
void calx_window_open_patient       (CalxWindow       *self,
                                     const char       *uuid);
void calx_window_take_patient       (CalxWindow       *self,
                                     const CalxPatient *patient);
/* The drop-down's selection is shown. */
void calx_window_session_selected   (CalxWindow       *self);
/* To the list, where only one of the two is shown. */
void calx_window_go_back            (CalxWindow       *self);
void calx_window_begin_session      (CalxWindow       *self);
/* The session shown to another day; what it carries comes from the last one on or before that day. */
void calx_window_move_session       (CalxWindow       *self,
                                     CalxDate          date);
void calx_window_remove_session     (CalxWindow       *self,
                                     CalxSessionItem  *item);
/* By date again, after one was saved. */
void calx_window_sort_sessions      (CalxWindow       *self);
/* Labels, bars and what can be done follow from what is open. */
void calx_window_update             (CalxWindow       *self);

/* calx-window-actions.c */
void calx_window_install_actions    (CalxWindow       *self);
void calx_window_update_actions     (CalxWindow       *self);
void calx_window_write_draft        (CalxSession      *session,
                                     gpointer          user_data);

/* calx-window-report.c */
void calx_window_print              (CalxWindow       *self,
                                     gboolean          preview);
void calx_window_export_pdf         (CalxWindow       *self);
void calx_window_copy_summary       (CalxWindow       *self);

/* calx-window-lesions.c */
void calx_window_export_lesions     (CalxWindow       *self);
void calx_window_import_lesions     (CalxWindow       *self);

G_END_DECLS
